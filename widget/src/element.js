/** <lems-chat>: the launcher, and the panel, whose code is fetched when the page is idle. See README.md. */

import { button, h, icon } from './dom.js';
import { LAUNCHER, sheet } from './styles.js';
import { fill, withOwn } from './texts.js';

export class LemsChat extends HTMLElement {
  static observedAttributes = ['open', 'server'];

  #texts = withOwn();
  #root = this.attachShadow({ mode: 'open' });
  /** @type {AbortController | undefined} */
  #life;
  /** @type {Promise<import('../types.js').Panel | undefined> | undefined} */
  #panel;
  /** @type {HTMLElement} */
  #launcher = h('a');
  /** @type {HTMLElement} */
  #back = this.#launcher;
  /** @type {object | undefined} */
  #own;

  get open() {
    return this.hasAttribute('open');
  }

  set open(on) {
    this.toggleAttribute('open', on);
  }

  /** The texts in use. Those of the page, { name: text }, are put over the widget's own. */
  get texts() {
    return this.#texts;
  }

  set texts(own) {
    this.#own = own;
    this.#redraw();
  }

  connectedCallback() {
    const { signal } = (this.#life = new AbortController());
    const data = this.querySelector('script[type="application/json"]')?.textContent;
    const own = this.#own ?? (data && JSON.parse(data));
    const { launcher, title } = (this.#texts = withOwn(own));
    this.#root.adoptedStyleSheets = [sheet(LAUNCHER)];
    this.#launcher = button(
      launcher,
      { class: 'launcher', part: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      () => (this.open = true),
      icon('M4 5h16v11H11l-5 4v-4H4z M9 9.5h6 M9 12.5h4'),
    );
    // The texts are in English until the page puts its own in their place.
    const root = h('section', { class: 'root', 'aria-label': title, lang: own ? '' : 'en' }, this.#launcher);
    this.#root.replaceChildren(h('slot'), root);
    const { connection } = /** @type {any} */ (navigator);
    const load = () => connection?.saveData || (globalThis.requestIdleCallback ?? setTimeout)(() => this.#load());
    if (document.readyState === 'complete') load();
    else addEventListener('load', load, { signal });
    this.#toggle();
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#life = this.#panel = undefined;
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (name === 'open') this.#toggle();
    else this.#redraw();
  }

  #redraw() {
    if (!this.#life) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  #load() {
    if (this.#life) this.#panel ??= this.#fetch(this.#life.signal);
    return this.#panel;
  }

  /** @param {AbortSignal} signal */
  async #fetch(signal) {
    const given = this.getAttribute('server') ?? '';
    const server = given.startsWith('/') ? location.origin : given;
    try {
      const { makePanel } = await import('./panel.js');
      if (!signal.aborted) return makePanel(this, server, signal);
    } catch (error) {
      console.error(`lems-chat: no panel for server '${given}'; it must be like 'https://chat.example.org':`, error);
      // The answers are still there as a page.
      const href = /^https?:\/\/[^/]+/.exec(server)?.[0];
      const faq = href && h('a', { class: 'launcher', part: 'launcher', href: `${href}/faq/` }, this.#texts.faq);
      this.#launcher.replaceWith(faq ?? '');
    }
  }

  async #toggle() {
    if (!this.open && !this.#panel) return;
    const panel = await this.#load();
    if (!panel || panel.shown === this.open) return;
    if (this.open) {
      const { activeElement: active, body } = document;
      this.#back = active instanceof HTMLElement && active !== body && active !== this ? active : this.#launcher;
    }
    const inside = this.#root.activeElement;
    this.#launcher.hidden = this.open;
    panel.show(this.open);
    if (!this.open && inside) this.#back.focus();
    this.tell(this.open ? 'lems-open' : 'lems-close');
  }

  /** Shows how many messages came while the panel was closed. @param {number} count */
  count(count) {
    const { unread } = this.#texts;
    this.#launcher.querySelector('.unread')?.remove();
    if (count)
      this.#launcher.append(h('span', { class: 'unread', part: 'unread', role: 'status' }, fill(unread, { count })));
  }

  /** @param {string} name @param {object} [detail] never what was said */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
