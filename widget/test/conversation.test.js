import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { CallError } from '../src/client.js';
import { makeConversation } from '../src/conversation.js';
import { makeStore } from '../src/store.js';
import { withOwn } from '../src/texts.js';
import { bodyOf, freshStorages, message, settle } from './fakes.js';

/** @import { Client, View } from '../types.js' */

beforeEach(() => void freshStorages());

const DAY = 86_400_000;
const later = (/** @type {number} */ ms) => new Date(Date.now() + ms).toISOString();
const turn = async () => {
  for (let count = 0; count < 20; count += 1) await settle();
};

/** A conversation with a server of functions; what it tells is written down. @param {Record<string, Function>} calls */
const set = (calls, store = makeStore('https://a.example', false)) => {
  /** @type {string[]} */
  const called = [];
  /** @type {any[][]} */
  const told = [];
  const control = new AbortController();
  const tell =
    (/** @type {string} */ name) =>
    (/** @type {any[]} */ ...values) =>
      void told.push([name, ...values]);
  /** @type {Client} */
  const client = {
    address: (path) => `https://a.example${path}`,
    async call(name, token, body) {
      called.push(name);
      const call = calls[name.replace(/\?.*/, '')];
      if (!call) throw new CallError('network');
      return call(body, token, name);
    },
    stream: async (token, after, stop) => {
      called.push(`stream ${token} ${after}`);
      return calls.stream ? calls.stream(stop) : bodyOf([], stop);
    },
  };
  /** @type {View} */
  const view = {
    place: tell('place'),
    redraw: tell('redraw'),
    remove: tell('remove'),
    details: tell('details'),
    busy: tell('busy'),
    say: tell('say'),
    closing: tell('closing'),
    ended(why) {
      tell('ended')(why);
      control.abort(); // as the panel does, which begins another one
    },
  };
  const chat = makeConversation({ client, store, view, texts: withOwn(), signal: control.signal });
  const of = (/** @type {string} */ name) => told.filter(([what]) => what === name).map(([, ...values]) => values);
  return { chat, called, told, of, store, control };
};

const start = () => ({ token: 't1', expires_at: later(30 * DAY), cursor: 0 });
const reply = (/** @type {any} */ body) => ({
  message: message({
    id: 'm1',
    cursor: 1,
    author: 'patient',
    client_message_id: body.client_message_id,
    state: 'answered',
  }),
  reply: message({ id: 'm2', cursor: 2, reply_to: 'm1', body: 'A' }),
  notice: null,
  closing: false,
});

test('conversation: nothing is started before the patient writes', async () => {
  const { chat, called } = set({});
  await chat.resume();
  assert.deepEqual(called, []);
});

test('conversation: the first question starts it, once', async () => {
  const { chat, called, of, control } = set({ 'POST conversations': start, 'POST messages': reply });
  await Promise.all([chat.send('a'), chat.send('b')]);
  assert.equal(called.filter((name) => name === 'POST conversations').length, 1);
  assert.equal(called.filter((name) => name.startsWith('stream t1')).length, 1);
  assert.ok(of('place').some(([entry]) => entry.body === 'A'));
  control.abort();
});

test('conversation: a token that is half over is renewed, and kept where that fails', async () => {
  const store = makeStore('https://a.example', false);
  store.token.set({ token: 'old', issued: Date.now() - 2 * DAY, expires: Date.now() + DAY });
  /** @type {string[]} */
  const tokens = [];
  const history = (/** @type {any} */ _, /** @type {string} */ token) => {
    tokens.push(token);
    return { messages: [], cursor: 0, more: false, closing: false };
  };
  const first = set({ 'GET messages': history }, store);
  await first.chat.resume();
  first.control.abort();
  const second = set(
    { 'GET messages': history, 'POST token': () => ({ token: 'new', expires_at: later(DAY) }) },
    store,
  );
  await second.chat.resume();
  second.control.abort();
  assert.deepEqual(tokens, ['old', 'new']);
  assert.equal(store.token.get()?.token, 'new');
});

test('conversation: a long history comes in parts', async () => {
  const store = makeStore('https://a.example', false);
  store.token.set({ token: 't', issued: Date.now(), expires: Date.now() + DAY });
  const { chat, called, of, control } = set(
    {
      'GET messages': (/** @type {any} */ _, /** @type {any} */ __, /** @type {string} */ name) =>
        name.endsWith('=0')
          ? { messages: [message({ id: 'a', cursor: 5 })], cursor: 5, more: true, closing: false }
          : { messages: [message({ id: 'b', cursor: 9 })], cursor: 9, more: false, closing: false },
    },
    store,
  );
  await chat.resume();
  assert.deepEqual(called.slice(0, 3), ['GET messages?after=0', 'GET messages?after=5', 'stream t 9']);
  assert.deepEqual(
    of('place').map(([entry, at, past]) => [entry.id, at, past]),
    [
      ['a', 0, true],
      ['b', 1, true],
    ],
  );
  control.abort();
});

test('conversation: a refused token ends it, and the questions are kept in words', async () => {
  const refuse = () => {
    throw new CallError('token_expired', { status: 401 });
  };
  const store = makeStore('https://a.example', false);
  store.token.set({ token: 't', issued: Date.now(), expires: Date.now() + DAY });
  const { chat, of, control } = set({ 'POST messages': refuse }, store);
  chat.send('What is LEMS?', '/overview');
  await turn();
  control.abort();
  assert.deepEqual(of('ended'), [['renewed']]);
  assert.equal(store.token.get(), null);
  assert.deepEqual(
    store.outbox.items().map(({ text, payload }) => [text, payload]),
    [['What is LEMS?', undefined]],
  );
});

test('conversation: one outage gives one notice, between safety line and disclaimer', async () => {
  const { chat, of, control } = set({});
  chat.send('a');
  await turn();
  chat.retry();
  await turn();
  const notices = of('place').filter(([entry]) => entry.author === 'desk');
  assert.equal(notices.length, 1);
  const { text, body, disclaimer } = notices[0]?.[0];
  assert.ok(body.startsWith('If somebody is in danger now, call 112, 911 or 999.'));
  assert.ok(disclaimer.startsWith('Medical disclaimer:') && text === `${body}\n${disclaimer}`);
  control.abort();
});

test('conversation: a message that comes by the call and by the stream is shown once', async () => {
  /** @type {any} */
  let sent;
  const { chat, of, control } = set({
    'POST conversations': start,
    'POST messages': (/** @type {any} */ body) => (sent = reply(body)),
    stream: async (/** @type {AbortSignal} */ stop) => {
      await turn();
      const frames = [sent.message, sent.reply].map((data) => `event: message\ndata: ${JSON.stringify(data)}\n\n`);
      return bodyOf(frames, stop);
    },
  });
  await chat.send('a');
  await turn();
  await turn();
  assert.equal(of('place').filter(([entry]) => entry.id === 'm2').length, 1);
  control.abort();
});

test('conversation: what the patient has had erased ends it', async () => {
  const { chat, of, store, control } = set({
    'POST conversations': start,
    'POST messages': (/** @type {any} */ body) => ({ ...reply(body), closing: true }),
    stream: (/** @type {AbortSignal} */ stop) => bodyOf(['event: erased\ndata: {}\n\n'], stop),
  });
  await chat.send('delete everything');
  await turn();
  assert.equal(of('ended')[0]?.[0], 'forgotten');
  assert.equal(store.token.get(), null);
  control.abort();
});

test('conversation: forgetting without anything stored asks nobody', async () => {
  const { chat, called, of, store } = set({});
  store.outbox.add('never sent');
  await chat.forget();
  assert.deepEqual(called, []);
  assert.deepEqual(of('ended'), [['forgotten']]);
  assert.equal(store.outbox.items().length, 0);
});

test('conversation: a failed erasure is said and nothing is thrown away', async () => {
  const store = makeStore('https://a.example', false);
  store.token.set({ token: 't', issued: Date.now(), expires: Date.now() + DAY });
  const { chat, of } = set({}, store);
  await chat.forget();
  assert.deepEqual(of('ended'), []);
  assert.equal(of('say').length, 1);
  assert.equal(store.token.get()?.token, 't');
});
