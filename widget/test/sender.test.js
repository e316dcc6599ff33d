import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { CallError } from '../src/client.js';
import { makeSender } from '../src/sender.js';
import { makeStore } from '../src/store.js';
import { freshStorages, message, settle } from './fakes.js';

/** @import { Sent } from '../types/api.js' */

beforeEach(() => void freshStorages());

/** @type {Sent} */
const SENT = { message: message({}), reply: null, notice: null, closing: false };

/** @param {(Error | null)[]} results of the posts, null: sent; after them all are sent */
const set = (results) => {
  const { outbox } = makeStore('https://a.example', false);
  const control = new AbortController();
  /** @type {string[]} */
  const posted = [];
  /** @type {string[]} */
  const states = [];
  const drain = makeSender({
    outbox,
    async post({ id }) {
      posted.push(id);
      const result = results.shift();
      if (result) throw result;
      return SENT;
    },
    report: (_, state) => states.push(state),
    signal: control.signal,
  });
  return { outbox, posted, states, drain, control };
};

/** @param {number} ms */
const pass = async (ms) => {
  for (let turn = 0; turn < 20; turn += 1) await settle();
  mock.timers.tick(ms);
  for (let turn = 0; turn < 20; turn += 1) await settle();
};

test('sender: one after the other, in order', async () => {
  const { outbox, posted, states, drain } = set([]);
  const ids = ['a', 'b'].map((text) => outbox.add(text).id);
  await Promise.all([drain(), drain()]);
  assert.deepEqual(posted, ids);
  assert.deepEqual(states, ['sending', 'sent', 'sending', 'sent']);
  assert.equal(outbox.items().length, 0);
});

test('sender: after a failure again with the same id', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { outbox, posted, states, drain } = set([new CallError('network'), new CallError('timeout')]);
  const { id } = outbox.add('a');
  const done = drain();
  await pass(1000);
  await pass(2000);
  await done;
  mock.timers.reset();
  assert.deepEqual(posted, [id, id, id]);
  assert.deepEqual(states, ['sending', 'queued', 'queued', 'sent']);
});

test('sender: as late as the server wishes', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { outbox, posted, drain } = set([new CallError('too_many', { status: 429, after: 7 })]);
  outbox.add('a');
  const done = drain();
  await pass(6999);
  assert.equal(posted.length, 1);
  await pass(1);
  await done;
  mock.timers.reset();
  assert.equal(posted.length, 2);
});

test('sender: at once when the patient wishes', async () => {
  const { outbox, posted, drain } = set([new CallError('network')]);
  outbox.add('a');
  const done = drain();
  await settle();
  await drain();
  await done;
  assert.equal(posted.length, 2);
});

test('sender: after eight failures the patient is asked, and a wish starts anew', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { outbox, posted, states, drain } = set(Array.from({ length: 8 }, () => new CallError('network')));
  outbox.add('a');
  const done = drain();
  for (let turn = 0; turn < 8; turn += 1) await pass(30_000);
  await done;
  mock.timers.reset();
  assert.equal(posted.length, 8);
  assert.equal(states.at(-1), 'failed');
  assert.equal(outbox.items().length, 1);
  await drain();
  assert.equal(states.at(-1), 'sent');
});

test('sender: what is refused is not sent again, and the next goes on', async () => {
  const { outbox, states, drain } = set([new CallError('text_too_long', { status: 413 })]);
  outbox.add('a');
  outbox.add('b');
  await drain();
  assert.deepEqual(states, ['sending', 'refused', 'sending', 'sent']);
});

test('sender: what the stream has shown to be stored is not sent again', async () => {
  const { outbox, posted, states } = set([]);
  const { id } = outbox.add('a');
  const drain = makeSender({
    outbox,
    async post() {
      posted.push(id);
      outbox.remove(id);
      throw new CallError('network');
    },
    report: (_, state) => states.push(state),
    signal: new AbortController().signal,
  });
  await drain();
  assert.equal(posted.length, 1);
  assert.deepEqual(states, ['sending']);
});

test('sender: nothing more after the end, and what waits is kept', async () => {
  const { outbox, posted, drain, control } = set([new CallError('network')]);
  outbox.add('a');
  const done = drain();
  await settle();
  control.abort();
  await done;
  assert.equal(posted.length, 1);
  assert.equal(outbox.items().length, 1);
});
