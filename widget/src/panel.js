/** The panel: puts the parts together and shows what the conversation tells. */

import { makeClient } from './client.js';
import { makeComposer } from './composer.js';
import { makeConfirm, makeHead, makeSuggestions } from './controls.js';
import { makeConversation } from './conversation.js';
import { h } from './dom.js';
import { feedbackView } from './feedback.js';
import { linked, messageView, writtenView } from './message.js';
import { PANEL } from './panel-styles.js';
import { linkNumbers } from './received.js';
import { makeStore } from './store.js';
import { sheet } from './styles.js';
import { fill, TEXTS } from './texts.js';
import { child } from './time.js';
import { print, save } from './transcript.js';

/** @type {import('../types.js').MakePanel} */
export const makePanel = (host, server, signal) => {
  const { texts } = host;
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  const { address } = makeClient(server, signal);
  const { origin } = new URL(address('/'));
  const store = makeStore(origin, host.hasAttribute('remember'));
  /** @type {Map<import('../types.js').Entry, HTMLElement>} */
  const articles = new Map();
  /** @type {import('../types.js').Conversation} */
  let chat;
  /** null: it could not be had. @type {import('../types.js').Status | null | undefined} */
  let details;
  let unread = 0;
  /** @type {any[]} */
  let timers = [];
  let life = child(signal);

  const close = () => {
    host.open = false;
  };
  const person = () => chat.person();
  const say = (/** @type {string} */ text) => {
    status.textContent = text;
  };
  const showData = async () => {
    const href = await chat.data();
    say(href ? '' : href === null ? texts.later : texts.nothing);
    if (!href) return;
    const link = h('a', { href, target: '_blank', rel: 'noopener' }, texts.data);
    status.append(link);
    link.focus();
  };

  const faq = h('a', { href: address('/faq/'), target: '_blank' }, texts.faq);
  const { head, menu, fold } = makeHead({
    texts,
    close,
    faq,
    items: [
      [texts.person, person],
      [texts.save, () => save(chat.entries, texts, view)],
      [texts.print, () => print(chat.entries, texts, view)],
      [texts.data, showData],
      [texts.forget, () => confirm.ask(() => chat.forget())],
    ],
  });
  const safety = h('p', { class: 'safety', part: 'safety' });
  const intro = h('div', { class: 'intro', part: 'intro' });
  const starters = h('div');
  const messages = h('div', { class: 'messages' });
  const next = makeSuggestions(({ title, payload }) => chat.send(title, payload));
  const log = h(
    'div',
    { class: 'scroll', part: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': texts.log, tabindex: '0' },
    intro,
    messages,
  );
  const status = h('p', { class: 'status', part: 'status', role: 'status' });
  const composer = makeComposer({ texts, person, send: (text) => chat.send(text) });
  const confirm = makeConfirm(texts, () => log.focus());
  const names = { 'aria-labelledby': 'title', 'aria-describedby': 'subtitle' };
  const view = h(
    'section',
    { class: 'panel', part: 'panel', role: 'dialog', tabindex: '-1', hidden: true, ...names },
    ...[head, menu, safety, log, status, confirm.view, composer.view],
  );

  const greet = () => {
    safety.replaceChildren(...linkNumbers(texts.safety).map(linked));
    intro.replaceChildren(
      h('h3', {}, texts.welcome),
      h('p', {}, texts.answers),
      starters,
      h('p', { class: 'small' }, fill(texts.stored, { days: details?.retention_days ?? 30 })),
      h('p', { class: 'disclaimer', part: 'disclaimer' }, texts.disclaimer),
    );
  };

  const suggest = () => {
    const last = chat.entries.at(-1);
    const begun = chat.entries.some(({ author }) => author === 'patient');
    const focused = root.activeElement === next.view;
    (begun ? log : starters).append(next.view);
    if (focused) next.view.focus();
    const { starter1, starter2, starter3, starter4 } = texts;
    const own = [starter1, starter2, starter3, starter4].map((title) => ({ title, payload: '' }));
    if (!begun) next.show(details === undefined ? [] : (details?.starters ?? own), texts.starters);
    else if (last?.outcome === 'clarify') next.show(last.suggestions, texts.clarify, 'list');
    else next.show(last?.suggestions ?? [], texts.suggestions);
  };

  /** What is there so far is in sight. */
  const see = () => {
    host.count((unread = 0));
    store.seen.set(chat.cursor());
  };

  /** @param {import('../types.js').Entry} entry */
  const draw = (entry) => {
    const { author, safety: kind } = entry;
    const discard = () => {
      chat.discard(entry);
      log.focus();
    };
    const rated = author === 'assistant' && (kind === 'none' || kind === 'line');
    const options = { texts, reasons: () => details?.feedback_reasons ?? [], store: chat.feedback };
    const feedback = rated && feedbackView(entry, options);
    const article =
      author === 'patient'
        ? writtenView(entry, { texts, discard, retry: chat.retry })
        : messageView(entry, { texts, origin, feedback });
    articles.set(entry, article);
    return article;
  };

  /** @type {import('../types.js').View} */
  const shows = {
    place(entry, at, past) {
      const { author, cursor } = entry;
      log.setAttribute('aria-live', past ? 'off' : 'polite');
      if (past) setTimeout(() => log.setAttribute('aria-live', 'polite'), 300);
      const article = draw(entry);
      messages.insertBefore(article, messages.children[at]);
      suggest();
      // An answer is read from its beginning, below the question.
      const question = chat.entries[at - 1]?.author === 'patient' && article.previousElementSibling;
      (question || article).scrollIntoView({ block: author === 'patient' ? 'nearest' : 'start' });
      if (!view.hidden) see();
      else if (author !== 'patient' && cursor > (store.seen.get() ?? 0)) host.count((unread += 1));
      if (!past) host.tell('lems-message', { author });
    },
    redraw(entry) {
      const old = articles.get(entry);
      if (entry.author !== 'patient' || !old) return;
      const held = old.contains(root.activeElement) && root.activeElement?.textContent;
      const fresh = draw(entry);
      old.replaceWith(fresh);
      // Whoever stands on a button stays on it, as long as it is there.
      if (held) ([...fresh.querySelectorAll('button')].find(({ textContent }) => textContent === held) ?? log).focus();
    },
    remove(entry) {
      articles.get(entry)?.remove();
      suggest();
    },
    details(given) {
      details = given;
      if (given) {
        // Texts of the page itself go before those of the server.
        if (texts.safety === TEXTS.safety) texts.safety = given.safety.line;
        if (texts.disclaimer === TEXTS.disclaimer) texts.disclaimer = given.disclaimer;
        composer.limit = given.text_limit;
        faq.href = address(given.faq_url);
      }
      greet();
      suggest();
    },
    busy(on) {
      timers.forEach(clearTimeout);
      say('');
      status.classList.toggle('writing', on);
      if (on) timers = [setTimeout(say, 400, texts.writing), setTimeout(say, 8000, texts.slow)];
    },
    say,
    closing() {
      composer.disable(true);
      next.show([], '');
    },
    ended(why) {
      store.seen.set(null);
      begin();
      say(texts[why]);
      if (!view.hidden) log.focus();
      host.tell(`lems-${why}`);
    },
  };

  const begin = () => {
    life.abort();
    life = child(signal);
    articles.clear();
    messages.replaceChildren();
    composer.disable(false);
    const client = makeClient(server, life.signal);
    chat = makeConversation({ client, store, texts, view: shows, signal: life.signal });
    suggest();
    chat.resume();
  };

  greet();
  begin();
  view.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (!fold() && !confirm.fold()) close();
  });
  // Full page, the panel covers the website: whoever moves on to it by keyboard must see where they are.
  view.addEventListener('focusout', ({ relatedTarget: to }) => {
    if (to instanceof Node && !root.contains(to) && matchMedia('(max-width: 40rem)').matches) close();
  });
  document.addEventListener('visibilitychange', () => (document.hidden ? chat.rest() : chat.listen()), { signal });
  addEventListener(
    'online',
    () => {
      chat.retry();
      if (details === null) chat.greet();
    },
    { signal },
  );
  root.adoptedStyleSheets.push(sheet(PANEL));
  root.querySelector('.root')?.append(view);

  return {
    get shown() {
      return !view.hidden;
    },
    show(on) {
      view.hidden = !on;
      if (!on) return;
      see();
      if (!details) chat.greet();
      messages.lastElementChild?.scrollIntoView();
      // Not where that would call up a screen keyboard, or scroll the opening text out of sight.
      if (matchMedia('(pointer: fine) and (min-height: 34rem)').matches) composer.focus();
      else view.focus();
    },
  };
};
