import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { makeStore } from '../src/store.js';
import { freshStorages } from './fakes.js';

const key = { token: 't', issued: 1, expires: 2 };
/** @type {ReturnType<typeof freshStorages>} */
let storages;

beforeEach(() => {
  storages = freshStorages();
});

test('store: the token is kept in the tab', () => {
  makeStore('https://a.example', false).token.set(key);
  assert.equal(storages.localStorage.kept.size, 0);
  assert.deepEqual(makeStore('https://a.example', false).token.get(), key);
  assert.equal(makeStore('https://b.example', false).token.get(), null, 'each server has its own');
});

test('store: the token is kept beyond the tab on demand, and nothing else is', () => {
  const store = makeStore('https://a.example', true);
  store.token.set(key);
  store.outbox.add('Hello');
  assert.equal(storages.localStorage.kept.size, 1);
  assert.equal(storages.sessionStorage.kept.size, 1);
});

test('store: what is put away leaves no trace', () => {
  const store = makeStore('https://a.example', false);
  store.token.set(key);
  const { id } = store.outbox.add('Hello');
  store.token.set(null);
  store.outbox.remove(id);
  assert.equal(storages.sessionStorage.kept.size, 0);
});

test('store: a full storage is replaced by the memory of the page', () => {
  storages.sessionStorage.full = true;
  const store = makeStore('https://a.example', false);
  store.token.set(key);
  assert.deepEqual(store.token.get(), key);
  store.token.set(null);
  assert.equal(store.token.get(), null);
});

test('store: a storage that the browser refuses is replaced by the memory of the page', () => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get() {
      throw new Error('SecurityError');
    },
  });
  const store = makeStore('https://a.example', false);
  store.outbox.add('Hello');
  assert.equal(store.outbox.items().length, 1);
});

test('store: what somebody else has spoilt counts as nothing', () => {
  const store = makeStore('https://a.example', false);
  store.token.set(key);
  for (const name of storages.sessionStorage.kept.keys()) storages.sessionStorage.setItem(name, '{not json');
  assert.equal(makeStore('https://a.example', false).token.get(), null);
});

test('store: the outbox keeps the order and gives every item an id that the API takes', () => {
  const { outbox } = makeStore('https://a.example', false);
  const ids = ['a', 'b', 'c'].map((text) => outbox.add(text, text === 'b' ? '/b' : undefined).id);
  assert.equal(new Set(ids).size, 3);
  for (const id of ids) assert.match(id, /^[A-Za-z0-9_-]{8,64}$/);
  outbox.remove(ids[0] ?? '');
  assert.deepEqual(
    makeStore('https://a.example', false)
      .outbox.items()
      .map(({ text, payload }) => [text, payload]),
    [
      ['b', '/b'],
      ['c', undefined],
    ],
  );
  assert.equal(outbox.has(ids[1] ?? ''), true);
  assert.equal(outbox.has(ids[0] ?? ''), false);
});
