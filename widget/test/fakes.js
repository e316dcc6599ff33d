/** Stand-ins of the parts around a unit. */

/** @import * as Api from '../types/api.js' */

/** @type {Api.Message} */
const BLANK = {
  id: '',
  cursor: 1,
  author: 'assistant',
  created_at: '2026-04-08T00:00:00Z',
  text: '',
  body: '',
  disclaimer: '',
  outcome: 'answered',
  safety: 'none',
  sources: [],
  suggestions: [],
  links: [],
  reply_to: null,
  client_message_id: null,
  state: 'sent',
  redacted: false,
  feedback: null,
};

/** @param {Partial<Api.Message>} fields @returns {Api.Message} */
export const message = (fields) => ({ ...BLANK, ...fields });

/** A storage like the browser's, that may be full. */
export class FakeStorage {
  /** @type {Map<string, string>} */
  kept = new Map();
  full = false;

  /** @param {string} name */
  getItem(name) {
    return this.kept.get(name) ?? null;
  }

  /** @param {string} name @param {string} value */
  setItem(name, value) {
    if (this.full) throw new Error('QuotaExceededError');
    this.kept.set(name, value);
  }

  /** @param {string} name */
  removeItem(name) {
    this.kept.delete(name);
  }
}

/** @returns {{ sessionStorage: FakeStorage, localStorage: FakeStorage }} fresh ones, put in the global place */
export const freshStorages = () => {
  const storages = { sessionStorage: new FakeStorage(), localStorage: new FakeStorage() };
  for (const [name, value] of Object.entries(storages)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return storages;
};

/**
 * A body as fetch gives it.
 * @param {string[]} parts
 * @param {AbortSignal} [open] it stays open after the parts, until the signal breaks it off
 */
export const bodyOf = (parts, open) =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      if (open) open.addEventListener('abort', () => controller.error(new Error('AbortError')));
      else controller.close();
    },
  });

/** Lets what is due happen. */
export const settle = () => new Promise((done) => setImmediate(done));
