/** What can be pressed around the conversation: the head with its menu, suggestions, the question before erasing. */

import { button, h, icon } from './dom.js';

/** @type {import('../types.js').MakeHead} */
export const makeHead = ({ texts, close, items, faq }) => {
  const press = () => toggle(!!menu.hidden);
  const state = { 'aria-expanded': 'false', 'aria-controls': 'menu', part: 'menu-button' };
  const opener = button(texts.menu, state, press, icon('M4 7h16 M4 12h16 M4 17h16'));
  /** @type {HTMLElement} */
  const menu = h(
    'ul',
    { class: 'menu', id: 'menu', part: 'menu', hidden: true },
    ...items.map(([text, act]) =>
      h(
        'li',
        {},
        button(text, {}, () => (fold(), act())),
      ),
    ),
    h('li', {}, faq),
  );
  const toggle = (/** @type {boolean} */ on) => {
    menu.hidden = !on;
    opener.setAttribute('aria-expanded', `${on}`);
  };
  const fold = () => {
    if (menu.hidden) return false;
    toggle(false);
    opener.focus();
    return true;
  };
  const head = h(
    'div',
    { class: 'head', part: 'head' },
    h('div', {}, h('h2', { id: 'title' }, texts.title), h('p', { id: 'subtitle' }, texts.subtitle)),
    opener,
    button(texts.close, { part: 'close' }, close, icon('M6 6l12 12 M18 6 6 18')),
  );
  return { head, menu, fold };
};

/** @type {import('../types.js').MakeSuggestions} */
export const makeSuggestions = (pick) => {
  const view = h('div', { class: 'next', part: 'suggestions', role: 'group', tabindex: '-1', 'aria-live': 'off' });
  return {
    view,
    show(suggestions, label, list) {
      view.setAttribute('aria-label', label);
      const buttons = suggestions.map((one) =>
        button(one.title, { part: 'suggestion', dir: 'auto' }, () => (view.focus(), pick(one))),
      );
      view.replaceChildren();
      if (buttons[0])
        view.append(h('p', { class: 'small' }, label), h('div', { class: `choices ${list}` }, ...buttons));
    },
  };
};

/** @type {import('../types.js').MakeConfirm} */
export const makeConfirm = (texts, back) => {
  const view = h('div', {
    class: 'confirm',
    part: 'confirm',
    role: 'alertdialog',
    'aria-labelledby': 'ask',
    hidden: true,
  });
  const fold = () => {
    if (view.hidden) return false;
    view.hidden = true;
    back();
    return true;
  };
  return {
    view,
    fold,
    ask(yes) {
      const no = button(texts.forgetNo, {}, fold);
      const sure = button(texts.forgetYes, {}, () => (fold(), yes()));
      view.replaceChildren(h('p', { id: 'ask' }, texts.forgetAsk), h('div', { class: 'choices' }, no, sure));
      view.hidden = false;
      no.focus();
    },
  };
};
