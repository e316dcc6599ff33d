/** What a page keeps between reloads. */

/** @type {import('../types.js').MakeStore} */
export const makeStore = (server, remember) => {
  const kept = entry('sessionStorage', `lems-chat outbox ${server}`);
  /** @type {import('../types.js').Outbox['items']} */
  const items = () => kept.get() ?? [];
  /** @type {import('../types.js').Outbox['keep']} */
  const keep = (some) => kept.set(some.length ? some : null);
  return {
    token: entry(remember ? 'localStorage' : 'sessionStorage', `lems-chat token ${server}`),
    seen: entry('sessionStorage', `lems-chat seen ${server}`),
    outbox: {
      items,
      keep,
      has: (id) => items().some((item) => item.id === id),
      remove: (id) => keep(items().filter((item) => item.id !== id)),
      add(text, payload) {
        // Unlike randomUUID, this works on plain http, where a page is tried out.
        const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
        keep([...items(), { id, text, payload }]);
        return { id, text, payload };
      },
    },
  };
};

/** @type {import('../types.js').MakeEntry} */
const entry = (area, name) => {
  /** @type {any} */
  let memory = null;
  return {
    get() {
      try {
        return JSON.parse(globalThis[area].getItem(name) ?? 'null') ?? memory;
      } catch {
        return memory;
      }
    },
    set(value) {
      memory = value;
      try {
        if (value) globalThis[area].setItem(name, JSON.stringify(value));
        else globalThis[area].removeItem(name);
      } catch {
        // refused or full: the memory has it
      }
    },
  };
};
