/** One entry of the conversation as an article. */

import { button, h, icon } from './dom.js';
import { linkAddresses, plainBody, safeUrl, sourceLines } from './received.js';

/** @type {import('../types.js').MessageView} */
export const messageView = (entry, { texts, origin, feedback }) => {
  const { author, safety, links, disclaimer } = entry;
  const alarm = { emergency: texts.emergency, self_harm: texts.selfHarm, none: '', line: '' }[safety];
  /** @type {Record<string, string[]>} */
  const kinds = { assistant: ['bot', texts.bot], staff: ['staff', texts.staff] };
  const [kind, who] = kinds[author] ?? ['notice', texts.notice];
  const safe = links.map(({ title, url }) => ({ title, url: safeUrl(url, origin) })).filter(({ url }) => url);
  const looks = alarm ? 'alarm' : kind;
  const english = { dir: 'auto', lang: 'en' };
  return h(
    'article',
    { class: `message ${looks}`, part: `message message-${looks}` },
    h('h3', {}, alarm && icon('M12 3 2 20h20z M12 10v4 M12 17v.1'), alarm || who),
    h('p', { class: 'text', ...english }, ...linkAddresses(plainBody(entry)).map(linked)),
    safe.length > 0 && h('p', { class: 'choices' }, ...safe.map(linked)),
    ...sourceLines(entry, texts.source).map((line) => h('p', { class: 'small', part: 'source' }, line)),
    disclaimer && h('p', { class: 'disclaimer', part: 'disclaimer', ...english }, disclaimer),
    feedback,
  );
};

/** @type {import('../types.js').WrittenView} */
export const writtenView = ({ body, state, redacted }, { texts, retry, discard }) =>
  h(
    'article',
    // Nobody needs to hear what they have just written.
    { class: 'message user', part: 'message message-user', 'aria-live': 'off' },
    h('h3', {}, texts.you),
    h('p', { class: 'text', dir: 'auto' }, body),
    state !== 'answered' && state !== 'sent' && h('p', {}, texts[state]),
    redacted && h('p', {}, texts.redacted),
    (state === 'queued' || state === 'failed') &&
      h('p', { class: 'choices' }, button(texts.retry, {}, retry), button(texts.discard, {}, discard)),
  );

/** A text, or a link whose address is known to be safe. @param {import('../types.js').Link} link */
export const linked = ({ title, url: href }) => {
  const away = !href.startsWith('tel:') && { target: '_blank', rel: 'noopener noreferrer' };
  return href ? h('a', { href, part: 'link', ...away }, title) : title;
};
