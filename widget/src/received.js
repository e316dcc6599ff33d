/** What is received is text: its parts, and the addresses in it that may become links. */

import { fill } from './texts.js';

/** @type {import('../types.js').PlainBody} */
export const plainBody = ({ body, sources, suggestions }) => {
  const choices = suggestions.map(({ title }, at) => `${at + 1}. ${title}`);
  const names = (/** @type {string} */ line) =>
    line.startsWith('Source: ') && sources.some((one) => line.includes(one.updated));
  return body
    .split('\n')
    .filter((line) => !choices.includes(line) && !names(line))
    .join('\n');
};

/** @type {import('../types.js').SourceLines} */
export const sourceLines = ({ sources }, template) =>
  [...new Set(sources.map(({ title }) => title))].map((title) => {
    const own = sources.filter((source) => source.title === title);
    return fill(template, { title, section: own.map(({ section }) => section).join(', '), date: own[0].updated });
  });

/** @type {import('../types.js').SafeUrl} */
export const safeUrl = (url, server) => {
  try {
    const { href, protocol, origin } = new URL(url);
    const local = protocol === 'http:' && origin === server;
    return local || ['https:', 'tel:', 'mailto:'].includes(protocol) ? href : '';
  } catch {
    return '';
  }
};

/** @type {import('../types.js').Linked} */
export const linkAddresses = (text) => cut(text, /(https:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}])/, safeUrl);

/** @type {import('../types.js').Linked} */
export const linkNumbers = (text) => cut(text, /(\+?\d[\d -]*\d)/, (found) => `tel:${found.replace(/[ -]/g, '')}`);

/** @type {import('../types.js').Cut} */
const cut = (text, pattern, address) =>
  // Split by a pattern in brackets, a text has its finds at the odd places.
  text.split(pattern).map((title, at) => ({ title, url: at % 2 ? address(title) : '' }));
