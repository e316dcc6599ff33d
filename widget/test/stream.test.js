import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { CallError } from '../src/client.js';
import { follow, makeFrames } from '../src/stream.js';
import { bodyOf, settle } from './fakes.js';

const frame = (/** @type {string} */ event, data = {}) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

test('stream: frames are put together across the parts in which they come', () => {
  const take = makeFrames();
  assert.deepEqual(take('id: 3\nevent: mess'), []);
  assert.deepEqual(take('age\ndata: {"a":1}\n'), []);
  assert.deepEqual(take('\n: alive\n\nevent: bye\ndata: {}\n\n'), [
    { event: 'message', data: { a: 1 } },
    { event: 'bye', data: {} },
  ]);
});

test('stream: a colon in the data is data', () => {
  assert.deepEqual(makeFrames()('data:{"url": "https://x"}\n\n'), [{ event: 'message', data: { url: 'https://x' } }]);
});

/** Runs `follow` over connections, with the clock in hand; after the last there is nobody any more. */
const run = async (
  /** @type {((signal: AbortSignal) => ReadableStream<any>)[]} */ connections,
  /** @type {number[]} */ ticks = [],
) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const control = new AbortController();
  /** @type {string[]} */
  const taken = [];
  let connected = 0;
  let tries = 0;
  const end = follow({
    async connect(signal) {
      const next = connections[tries++];
      if (!next) throw new CallError('network');
      return next(signal);
    },
    take: ({ event }) => taken.push(event),
    connected: () => (connected += 1),
    signal: control.signal,
  });
  for (const tick of ticks) {
    for (let turn = 0; turn < 20; turn += 1) await settle();
    mock.timers.tick(tick);
  }
  for (let turn = 0; turn < 20; turn += 1) await settle();
  control.abort();
  const why = await end;
  mock.timers.reset();
  return { taken, connected, tries, why };
};

test('stream: it goes on after each end, a second later', async () => {
  const body = () => bodyOf([frame('status'), frame('message'), frame('bye')]);
  assert.equal((await run([body, body], [999])).tries, 1);
  const { taken, connected, why } = await run([body, body], [1000]);
  assert.equal(connected, 2);
  assert.equal(taken.filter((event) => event === 'message').length, 2);
  assert.equal(why, undefined);
});

test('stream: after failures the waits double', async () => {
  assert.equal((await run([], [1000, 1999])).tries, 2);
  assert.equal((await run([], [1000, 2000, 3999])).tries, 3);
  assert.equal((await run([], [1000, 2000, 4000, 8000, 16000, 30000, 30000])).tries, 8);
});

test('stream: it ends for good when all is erased', async () => {
  const { why, tries } = await run([(signal) => bodyOf([frame('message'), frame('erased')], signal)]);
  assert.deepEqual([why, tries], ['forgotten', 1]);
});

test('stream: it ends for good when the token opens nothing any more', async () => {
  for (const status of [401, 410]) {
    const refuse = () => {
      throw new CallError('token_expired', { status });
    };
    const { why, tries } = await run([refuse], [1000]);
    assert.deepEqual([why, tries], ['renewed', 1]);
  }
});

test('stream: a connection without a sign of life is given up', async () => {
  const { tries } = await run([(signal) => bodyOf([frame('status')], signal)], [40_000, 1000]);
  assert.equal(tries, 2);
});
