/** The conversation as a page of its own, to be saved or printed and taken to the doctor. */

import { h } from './dom.js';
import { plainBody, sourceLines } from './received.js';
import { sheet } from './styles.js';

const STYLE = `body { font: 12pt/1.5 sans-serif; max-width: 40em; margin: 2em auto }
article { border-top: 1px solid } h2 { font-size: 1em } h2, p { margin: .4em 0; white-space: pre-line }`;

/** @type {import('../types.js').Transcript} */
const transcript = (entries, texts) => {
  const who = { patient: texts.you, assistant: texts.bot, staff: texts.staff, desk: texts.notice };
  const time = (/** @type {string | number} */ at) => new Date(at).toLocaleString();
  return h(
    'body',
    {},
    h('h1', {}, texts.transcript),
    h('p', {}, `${time(Date.now())}. ${texts.welcome}.`),
    ...entries.map((entry) => {
      const titles = entry.links.map(({ title }) => title);
      const lines = [plainBody(entry), ...titles, ...sourceLines(entry, texts.source), entry.disclaimer];
      const heading = h('h2', {}, `${who[entry.author]}, ${time(entry.created_at)}`);
      return h('article', {}, heading, ...lines.map((line) => line && h('p', {}, line)));
    }),
  );
};

/** @type {import('../types.js').Keep} */
export const save = (entries, texts) => {
  const title = texts.transcript;
  const head = h('head', {}, h('meta', { charset: 'utf-8' }), h('title', {}, title), h('style', {}, STYLE));
  const html = `<!doctype html><html>${head.outerHTML}${transcript(entries, texts).outerHTML}</html>`;
  const href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  h('a', { href, download: `${title}.html` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

/** @type {import('../types.js').Keep} */
export const print = (entries, texts, parent) => {
  const frame = h('iframe', { class: 'hidden', title: texts.transcript, 'aria-hidden': 'true', tabindex: '-1' });
  parent.append(frame);
  const inner = /** @type {Window & typeof globalThis} */ (frame.contentWindow);
  inner.document.adoptedStyleSheets = [sheet(STYLE, inner.CSSStyleSheet)];
  inner.document.title = texts.transcript;
  inner.document.body.append(...transcript(entries, texts).childNodes);
  inner.addEventListener('afterprint', () => frame.remove());
  inner.print();
};
