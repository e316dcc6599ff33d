import assert from 'node:assert/strict';
import { test } from 'node:test';

import { makeThread } from '../src/thread.js';
import { message } from './fakes.js';

/** @param {ReturnType<typeof makeThread>} thread */
const bodies = (thread) => thread.entries.map(({ body }) => body);

/** @param {string} id @param {string} [text] */
const item = (id, text = id) => ({ id, text });

test('thread: messages stand by cursor, whatever the order in which they come', () => {
  const thread = makeThread();
  for (const cursor of [2, 5, 1, 3]) thread.take(message({ id: `m${cursor}`, cursor, body: `${cursor}` }));
  assert.deepEqual(bodies(thread), ['1', '2', '3', '5']);
  assert.equal(thread.cursor(), 5);
});

test('thread: a message that comes twice is there once, and news of it are taken over', () => {
  const thread = makeThread();
  assert.equal(thread.take(message({ id: 'a', body: 'x' })).fresh, true);
  const again = thread.take(message({ id: 'a', body: 'x', redacted: true }));
  assert.deepEqual([Boolean(again.fresh), again.at, again.entry.redacted], [false, 0, true]);
  assert.equal(thread.entries.length, 1);
});

test('thread: a question keeps its place and its entry when the server has stored it', () => {
  const thread = makeThread();
  const { entry } = thread.write(item('c1'));
  const stored = message({ id: 'm1', cursor: 7, author: 'patient', client_message_id: 'c1', state: 'waiting' });
  const taken = thread.take(stored);
  assert.ok(!taken.fresh);
  assert.equal(taken.entry, entry);
  assert.deepEqual([entry.id, entry.cursor, entry.state], ['m1', 7, 'waiting']);
});

test('thread: an answer stands before what is still to be sent', () => {
  const thread = makeThread();
  thread.write(item('c1', 'Q1'));
  thread.note({ text: 'offline', body: 'offline', disclaimer: '', links: [] }, 'network');
  thread.write(item('c2', 'Q2'));
  assert.deepEqual(bodies(thread), ['Q1', 'offline', 'Q2']);
  thread.take(message({ id: 'm1', cursor: 1, author: 'patient', client_message_id: 'c1', body: 'Q1' }));
  thread.take(message({ id: 'm2', cursor: 2, reply_to: 'm1', body: 'A1' }));
  assert.deepEqual(bodies(thread), ['Q1', 'offline', 'A1', 'Q2']);
});

test('thread: a question is answered once its reply is there, also when a record of it comes later', () => {
  const thread = makeThread();
  const stored = message({ id: 'm1', cursor: 1, author: 'patient', client_message_id: 'c1', state: 'waiting' });
  const { entry } = thread.take(stored);
  thread.take(message({ id: 'd1', cursor: 2, author: 'desk', reply_to: 'm1', outcome: 'waking_up' }));
  assert.equal(entry.state, 'waiting', 'a notice is no answer');
  thread.take(message({ id: 'm2', cursor: 3, reply_to: 'm1' }));
  thread.take(stored);
  assert.equal(entry.state, 'answered');
});

test('thread: what is pending does not count for the cursor, and can be taken out', () => {
  const thread = makeThread();
  assert.equal(thread.cursor(), 0);
  thread.take(message({ id: 'm1', cursor: 4 }));
  const { entry } = thread.write(item('c1'));
  assert.equal(thread.cursor(), 4);
  thread.remove(entry);
  thread.remove(entry);
  assert.deepEqual(
    thread.entries.map(({ id }) => id),
    ['m1'],
  );
});

test('thread: two notices are two, and no message of the server is taken for one', () => {
  const thread = makeThread();
  const notice = { text: '', body: '', disclaimer: '', links: [] };
  thread.note(notice, 'a');
  thread.note(notice, 'b');
  thread.take(message({ id: 'm1', cursor: 1 }));
  assert.equal(thread.entries.length, 3);
});
