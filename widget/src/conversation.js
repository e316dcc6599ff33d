/** One conversation with the server: its token, what was said, what is to be sent, what comes later. No DOM. */

import { CallError } from './client.js';
import { makeSender } from './sender.js';
import { follow } from './stream.js';
import { makeThread } from './thread.js';
import { child } from './time.js';

/** @type {import('../types.js').MakeConversation} */
export const makeConversation = ({ client, store, view, texts, signal }) => {
  const { token: kept, outbox } = store;
  const thread = makeThread();
  const { entries, cursor } = thread;
  let listening = child(signal);
  listening.abort();
  /** @type {Promise<string> | null} */
  let starting = null;
  let outage = false;

  const begun = () => (kept.get()?.expires ?? 0) > Date.now();

  /** @type {import('../types.js').View['ended']} */
  const end = (why) => {
    if (signal.aborted) return;
    kept.set(null);
    // A new conversation was offered no suggestion yet: what was picked is asked in words.
    outbox.keep(why === 'renewed' ? outbox.items().map(({ id, text }) => ({ id, text })) : []);
    view.ended(why);
  };

  /** @type {(placed: import('../types.js').Placed, past?: boolean) => void} */
  const show = ({ entry, at, fresh }, past) => (fresh ? view.place(entry, at, past) : view.redraw(entry));

  /** @param {import('../types.js').Entry} entry */
  const drop = (entry) => {
    thread.remove(entry);
    view.remove(entry);
  };

  /** @type {import('../types.js').Take} */
  const take = (message, past) => {
    if (message.client_message_id) outbox.remove(message.client_message_id);
    // One notice an outage: the conversation's own takes the place of the one that stood in this page only.
    const double = entries.find(({ id, outcome }) => !id && outcome && outcome === message.outcome);
    if (double) drop(double);
    show(thread.take(message), past);
    const asked = entries.find(({ id }) => id === message.reply_to);
    if (asked) view.redraw(asked);
  };

  /** Says what is wrong, once an outage. @param {CallError} error */
  const trouble = ({ notice, passes, message }) => {
    if (!notice && passes && outage) return;
    if (!notice) outage = passes;
    const { offline, unreachable, rejected, safety, disclaimer } = texts;
    const lost = globalThis.navigator?.onLine === false ? offline : unreachable;
    const body = `${safety}\n${passes ? lost : rejected}`;
    show(thread.note(notice ?? { text: `${body}\n${disclaimer}`, body, disclaimer, links: [] }, message));
  };

  /** @param {import('../types.js').Token} given */
  const keep = ({ token, expires_at }) => {
    kept.set({ token, issued: Date.now(), expires: Date.parse(expires_at) });
    listen();
    return token;
  };

  const fetchToken = () => {
    const key = kept.get();
    if (!key || !begun()) return client.call('POST conversations', '', {}).then(keep);
    const { token, issued, expires } = key;
    return Date.now() < (issued + expires) / 2 ? token : client.call('POST token', token).then(keep, () => token);
  };

  /** The first call starts the conversation; a token that is half over is renewed. */
  const token = () => (starting ??= Promise.resolve(fetchToken()).finally(() => (starting = null)));

  /** @type {import('../types.js').Ask} */
  const ask = async (call) => {
    try {
      return await call(await token());
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (error.locked) end('renewed');
      else if (error.notice) trouble(error);
      return null;
    }
  };

  const drain = makeSender({
    outbox,
    signal,
    async post({ id, text, payload }) {
      try {
        const words = payload ? { payload } : { text };
        return await client.call('POST messages', await token(), { client_message_id: id, ...words });
      } catch (error) {
        if (error instanceof CallError && error.locked) end('renewed');
        throw error;
      }
    },
    report(id, state, result) {
      const entry = thread.written(id);
      if (entry && state !== 'sent' && state !== entry.state) view.redraw(Object.assign(entry, { state }));
      view.busy(state === 'sending');
      if (result instanceof CallError) trouble(result);
      else if (result) {
        if (outage) view.say(texts.online);
        outage = false;
        for (const message of [result.message, result.notice, result.reply]) if (message) take(message);
        if (result.closing) view.closing();
      }
    },
  });

  const listen = async () => {
    if (!listening.signal.aborted || !begun() || signal.aborted) return;
    listening = child(signal);
    const why = await follow({
      connect: (stop) => client.stream(kept.get()?.token ?? '', cursor(), stop),
      take: ({ event, data }) => event === 'message' && take(data),
      connected: () => outage && drain(),
      signal: listening.signal,
    });
    if (why) end(why);
  };

  return {
    entries,
    cursor,
    listen,
    retry: drain,
    rest: () => listening.abort(),
    async greet() {
      const status = await client.call('GET status').catch(() => null);
      if (signal.aborted) return;
      view.details(status);
      if (!status) trouble(new CallError('network'));
      else if (status.notice && !outage && !entries.some(({ state }) => state === 'waiting'))
        show(thread.note(status.notice, status.assistant));
    },
    async resume() {
      for (let after = 0, more = begun(); more;) {
        const part = await ask((key) => client.call(`GET messages?after=${after}`, key));
        for (const message of part?.messages ?? []) take(message, true);
        if (part?.closing) view.closing();
        more = Boolean(part?.more && part.cursor > after);
        after = part?.cursor ?? 0;
      }
      for (const item of outbox.items()) if (!thread.written(item.id)) show(thread.write(item), true);
      listen();
      await drain();
    },
    send(text, payload) {
      show(thread.write(outbox.add(text, payload)));
      return drain();
    },
    discard(entry) {
      outbox.remove(entry.id);
      drop(entry);
    },
    feedback: (feedback) => ask((key) => client.call('POST feedback', key, feedback)),
    async person() {
      const asked = await ask((key) => client.call('POST handoff', key, {}));
      if (asked) take(asked.message);
      else view.say(texts.later);
    },
    async data() {
      const data = begun() ? await ask((key) => client.call('GET data', key)) : { page_url: '' };
      return data && data.page_url && client.address(data.page_url);
    },
    async forget() {
      const key = kept.get();
      try {
        if (key) await client.call('DELETE conversation', key.token);
      } catch (error) {
        // The stream may have ended it already.
        if (signal.aborted) return;
        if (!(error instanceof CallError && error.locked)) return view.say(texts.later);
      }
      end('forgotten');
    },
  };
};
