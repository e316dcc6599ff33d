/** Where the patient writes. Enter sends, Shift and Enter begin a new line. */

import { button, h } from './dom.js';
import { fill } from './texts.js';

/** @type {import('../types.js').MakeComposer} */
export const makeComposer = ({ texts, send, person }) => {
  const field = h('textarea', {
    id: 'field',
    rows: 1,
    enterkeyhint: 'send',
    'aria-describedby': 'error',
    part: 'field',
  });
  const error = h('p', { id: 'error', role: 'alert' });
  const view = h(
    'form',
    { class: 'composer', part: 'composer' },
    h('div', {}, h('label', { for: 'field' }, texts.compose), button(texts.person, { part: 'person' }, person)),
    h('div', {}, field, h('button', { class: 'send', part: 'send' }, texts.send)),
    error,
  );
  /** @type {import('../types.js').Composer} */
  const composer = {
    view,
    limit: 1000,
    focus: () => field.focus(),
    disable: (on) =>
      [...view.querySelectorAll('button, textarea')].forEach((part) => part.toggleAttribute('disabled', on)),
  };

  const check = () => {
    const text = field.value.trim();
    const count = [...text].length - composer.limit;
    error.textContent = text ? (count > 0 ? fill(texts.tooLong, { count }) : '') : texts.empty;
    field.setAttribute('aria-invalid', `${error.textContent !== ''}`);
    return text;
  };
  view.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = check();
    field.focus();
    if (error.textContent) return;
    field.value = '';
    send(text);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    view.requestSubmit();
  });
  field.addEventListener('input', () => error.textContent && check());
  return composer;
};
