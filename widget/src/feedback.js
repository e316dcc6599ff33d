/** 'Was this helpful?': two thumbs, and a reason after a thumb down. */

import { button, h, icon } from './dom.js';

/** @type {import('../types.js').FeedbackView} */
export const feedbackView = ({ id: message_id, feedback }, { texts, reasons, store }) => {
  const { helpful, thanks, yes, no } = texts;
  const box = h('div', {
    class: 'feedback',
    part: 'feedback',
    role: 'group',
    'aria-label': helpful,
    'aria-live': 'off',
  });

  /** The buttons are gone, so the focus goes to what stands in their place. @param {HTMLElement} node */
  const show = (node) => {
    box.replaceChildren(node);
    (node.querySelector('input') ?? node).focus();
  };
  const say = (/** @type {string} */ text) => show(h('p', { tabindex: '-1' }, text));
  const thank = () => say(thanks);

  /** @type {import('../types.js').Rate} */
  const rate = async (given, next) => ((await store({ message_id, ...given })) ? next() : say(texts.later));

  const ask = () => {
    const labels = /** @type {Record<string, string>} */ (texts);
    const comment = h('textarea', { rows: 2, maxlength: 1000 });
    const choices = reasons().map((value) =>
      h('label', {}, h('input', { type: 'radio', name: 'reason', value }), labels[value] ?? value),
    );
    const form = h(
      'form',
      {},
      h('fieldset', {}, h('legend', {}, `${thanks} ${texts.why}`), ...choices),
      h('label', {}, texts.comment, comment),
      h('button', {}, texts.sendReason),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const reason = form.querySelector('input:checked')?.getAttribute('value');
      rate(
        { thumb: 'down', ...(reason ? { reason } : {}), ...(comment.value ? { comment: comment.value } : {}) },
        thank,
      );
    });
    show(form);
  };

  const thumb = 'M7 11v9H3v-9z M7 11l4-8c2 0 3 1 3 3l-1 4h6c1.500 0 2 1 2 2l-2 7c-.3 1-1 1-2 1H7';
  const up = button(yes, {}, () => rate({ thumb: 'up' }, thank), icon(thumb));
  const down = button(no, { class: 'down' }, () => rate({ thumb: 'down' }, ask), icon(thumb));
  box.append(...(feedback ? [thanks] : [helpful, up, down]));
  return box;
};
