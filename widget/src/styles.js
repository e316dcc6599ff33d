/** Colours, and the launcher. README.md lists the properties. */

const LIGHT = `
  --accent: var(--lems-accent, #0b4a75);
  --on-accent: var(--lems-on-accent, #fff);
  --head: var(--lems-head, #0b4a75);
  --on-head: var(--lems-on-head, #fff);
  --surface: var(--lems-surface, #fff);
  --text: var(--lems-text, #17212b);
  --muted: var(--lems-muted, #45525e);
  --line: var(--lems-line, #76848f);
  --bubble: var(--lems-bubble, #eef4f8);
  --alarm: var(--lems-alarm, #96140f);
  --on-alarm: var(--lems-on-alarm, #fff);
  --alarm-surface: var(--lems-alarm-surface, #fff1ef);
  --person: var(--lems-person, #14582f);
  --person-surface: var(--lems-person-surface, #ecf7f0);
  color-scheme: light;`;

const DARK = `
  --accent: var(--lems-accent, #a3d3f7);
  --on-accent: var(--lems-on-accent, #0a2233);
  --head: var(--lems-head, #1b4059);
  --on-head: var(--lems-on-head, #f1f5f8);
  --surface: var(--lems-surface, #12181e);
  --text: var(--lems-text, #f1f5f8);
  --muted: var(--lems-muted, #bcc8d1);
  --line: var(--lems-line, #84939f);
  --bubble: var(--lems-bubble, #212b34);
  --alarm: var(--lems-alarm, #ffb9ae);
  --on-alarm: var(--lems-on-alarm, #3b0d08);
  --alarm-surface: var(--lems-alarm-surface, #3a1613);
  --person: var(--lems-person, #a5e2bd);
  --person-surface: var(--lems-person-surface, #14301f);
  color-scheme: dark;`;

export const LAUNCHER = `
.root {
  all: initial; line-height: 1.5;
  font-family: var(--lems-font, system-ui, sans-serif); font-size: var(--lems-font-size, large);
  --radius: var(--lems-radius, .9em);${LIGHT}
}
@media (prefers-color-scheme: dark) { :host(:not([theme=light])) .root {${DARK}} }
:host([theme=dark]) .root {${DARK}}
:host([hidden]) .root, [hidden] { display: none !important; }
* { box-sizing: border-box; }
button, textarea { font: inherit; color: inherit; }
svg {
  inline-size: 1.25em; block-size: 1.25em; flex: none;
  fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round;
}
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.launcher {
  position: fixed; z-index: var(--lems-z-index, 2147483000);
  inset-block-end: var(--lems-offset, 1rem); inset-inline-end: var(--lems-offset, 1rem);
  display: flex; align-items: center; gap: .5em; max-inline-size: calc(100vw - 2rem); min-block-size: 3em; margin: 0;
  padding: .4em 1.1em; border: 2px solid var(--surface); border-radius: 2em; background: var(--accent);
  color: var(--on-accent); font-weight: 600; text-align: start; cursor: pointer;
  box-shadow: 0 .2em .8em rgb(0 0 0 / .3);
}
.launcher:hover { text-decoration: underline; }
.unread { padding: 0 .6em; border: 1px solid; border-radius: 1em; background: var(--on-accent); color: var(--accent); }
@media print { .root { display: none; } }
`;

/** A frame has a constructor of its own. @param {string} css */
export const sheet = (css, Sheet = CSSStyleSheet) => {
  const made = new Sheet();
  made.replaceSync(css);
  return made;
};
