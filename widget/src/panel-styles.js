/** The panel, in em of the widget's own font size: the page's root font size has no say. */

export const PANEL = `
.panel {
  position: fixed; z-index: var(--lems-z-index, 2147483000);
  inset-block-end: var(--lems-offset, 1rem); inset-inline-end: var(--lems-offset, 1rem);
  inline-size: min(var(--lems-width, 25em), 100vw - 2rem); block-size: min(var(--lems-height, 45em), 100dvh - 2rem);
  display: flex; flex-direction: column; overflow: hidden; overflow-wrap: anywhere;
  border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); color: var(--text);
  box-shadow: 0 .4em 2em rgb(0 0 0 / .35);
}
.panel > * { flex: none; padding: .6em 1em; }
.panel :is(h2, h3, p, ul, fieldset, legend) { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
h2 { font-size: 1em; line-height: 1.3; }
h3 { font-size: .8em; color: var(--muted); }
a { color: var(--accent); text-underline-offset: .15em; }
.small, .disclaimer, .status, .feedback, .user p, .head p { font-size: .85em; line-height: 1.45; }
.small, .disclaimer, .status { color: var(--muted); }

.panel button, .choices a {
  display: inline-flex; align-items: center; gap: .4em; min-block-size: 2.6em; margin: 0; padding: .2em .9em;
  border: 2px solid var(--accent); border-radius: 1.4em; background: var(--surface); color: var(--accent);
  font-weight: 600; text-align: start; text-decoration: none; cursor: pointer;
}
.panel button:hover, .choices a:hover { text-decoration: underline; }
.panel button:disabled { opacity: .5; cursor: default; }

.panel .head { display: flex; align-items: center; gap: .1em; padding-inline-end: .5em; background: var(--head);
  color: var(--on-head); }
.head div { flex: 1; min-inline-size: 0; }
.head button { min-block-size: 3em; padding: .2em .5em; font-size: .85em; border: 1px solid transparent;
  border-radius: .5em; background: none; color: inherit; }
.head button:hover, .head [aria-expanded=true] { border-color: currentColor; }
.head :focus-visible, .user :focus-visible { outline-color: currentColor; }

.panel .menu { list-style: none; padding: .3em; max-block-size: 60%; overflow: auto;
  border-block-end: 1px solid var(--line); }
.menu button, .menu a { display: flex; align-items: center; inline-size: 100%; min-block-size: 2.6em;
  padding: .2em .7em; border: 0; border-radius: .4em; background: none; color: var(--text);
  font-weight: 400; text-decoration: none; }
.menu :is(a, button):hover { background: var(--bubble); }

.panel .safety { padding: .45em 1em; border-block-end: 1px solid var(--alarm); background: var(--alarm-surface);
  font-size: .82em; line-height: 1.45; }
.safety a { color: var(--alarm); font-weight: 700; white-space: nowrap; }

.panel .scroll { flex: 1; min-block-size: 0; overflow: auto; overscroll-behavior: contain; padding: 1em; }
.scroll:focus-visible { outline-offset: -3px; }
.intro, .messages, .next, .message { display: flex; flex-direction: column; gap: .6em; }
.intro, .message { margin-block-end: 1em; }
.intro h3 { font-size: 1.15em; line-height: 1.3; color: inherit; }
.next button { font-size: .95em; }

.messages { gap: 0; }
.message { padding: .7em .9em; border: 2px solid transparent; border-radius: var(--radius); background: var(--bubble);
  scroll-margin: 1em; }
.text { white-space: pre-line; }
.disclaimer { padding-block-start: .6em !important; border-block-start: 1px solid var(--line) !important; }
.user { align-self: flex-end; max-inline-size: 88%; background: var(--head); color: var(--on-head); }
.user h3, .user button { color: inherit; }
.user .text { font-size: 1em; }
.user button { background: none; border-color: currentColor; }
.notice { background: none; border-color: var(--line); }
.staff { border-color: var(--person); background: var(--person-surface); }
.staff h3 { color: var(--person); }
.alarm { border-width: 3px; border-color: var(--alarm); background: var(--alarm-surface); }
.alarm h3 { display: flex; align-items: center; gap: .4em; font-size: 1.2em; color: var(--alarm); }
.alarm .text { font-size: 1.1em; font-weight: 600; }
.alarm .choices a { border-color: var(--alarm); background: var(--alarm); color: var(--on-alarm); }

.choices { display: flex; flex-wrap: wrap; gap: .5em; }
.list { flex-direction: column; align-items: stretch; }
.feedback { display: flex; flex-wrap: wrap; align-items: center; gap: .3em .6em; }
.feedback button { border-width: 1px; font-weight: 400; }
.feedback :is(form, fieldset, label) { display: flex; flex-direction: column; gap: .4em; inline-size: 100%; }
.feedback form { align-items: flex-start; }
.feedback label { font-size: 1em; font-weight: 400; }
.down svg { transform: scaleY(-1); }
.feedback fieldset label { flex-direction: row; align-items: center; min-block-size: 2em; }
.feedback input { inline-size: 1.3em; block-size: 1.3em; margin: 0; flex: none; accent-color: var(--accent); }

.status:empty, [role=alert]:empty { display: none; }
.writing::before { content: ""; display: inline-block; inline-size: .6em; block-size: .6em; margin-inline-end: .5em;
  border-radius: 50%; background: var(--accent); animation: pulse 1s ease-in-out infinite alternate; }
@keyframes pulse { from { opacity: .2; } }
.confirm { border-block-start: 2px solid var(--alarm); background: var(--alarm-surface); }
.panel .confirm p { margin-block-end: .6em; }
.panel .confirm button + button { border-color: var(--alarm); color: var(--alarm); }

.composer { border-block-start: 1px solid var(--line); }
.composer > div { display: flex; align-items: center; gap: .5em; }
label { flex: 1; font-size: .85em; font-weight: 600; }
.composer [part=person] { min-block-size: 2.6em; padding: 0 .3em; border: 0; font-size: .85em;
  text-decoration: underline; text-underline-offset: .2em; }
textarea { flex: 1; min-inline-size: 0; max-block-size: 7.5em; padding: .45em .7em; margin: 0; resize: none;
  border: 2px solid var(--line); border-radius: .6em; background: var(--surface); line-height: 1.4;
  field-sizing: content; }
textarea:focus { border-color: var(--accent); }
[aria-invalid=true] { border-color: var(--alarm); }
.panel .send { border-radius: .6em; background: var(--accent); color: var(--on-accent); min-block-size: 2.85em; }
[role=alert] { font-size: .85em; font-weight: 600; color: var(--alarm); }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); border: 0; }

@media (max-width: 40rem) {
  .panel { inset: 0; inline-size: 100%; block-size: 100dvh; border: 0; border-radius: 0; }
}
/* Too low for a fixed head and foot (a telephone on its side, 400 % zoom): all scrolls as one page. */
@media (max-height: 34rem) {
  .panel { overflow: auto; }
  .panel .scroll { flex: none; overflow: visible; }
  .panel .menu { max-block-size: none; }
}
@media (max-height: 34rem) and (min-width: 40rem) {
  .safety { position: sticky; inset-block-start: 0; z-index: 1; }
}
@media (max-width: 24rem) {
  .panel > *, .panel .scroll { padding-inline: .7em; }
  .head span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
}
@media (forced-colors: active) {
  .message { border-color: CanvasText; }
  .alarm, .staff { border: 4px double; }
  .head { border-block-end: 2px solid; }
}
@media (prefers-reduced-motion: reduce) { .writing::before { animation: none; } }
`;
