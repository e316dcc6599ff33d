import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const SRC = new URL('../src/', import.meta.url);
const LIMIT = 20 * 1024;

const scripts = await Promise.all((await readdir(SRC)).map((name) => readFile(new URL(name, SRC))));

test('size: all scripts together are at most 20 KB gzip', () => {
  const size = gzipSync(Buffer.concat(scripts), { level: 9 }).length;
  assert.ok(size <= LIMIT, `${size} bytes; at most ${LIMIT}`);
});

test('size: sent one by one, as a server with brotli sends them, they are at most 20 KB', () => {
  const size = scripts.reduce((sum, script) => sum + brotliCompressSync(script).length, 0);
  assert.ok(size <= LIMIT, `${size} bytes; at most ${LIMIT}`);
});

test('size: what a page needs before the panel is opened is at most 7 KB gzip, sent one by one', async () => {
  const names = ['lems-chat.js', 'element.js', 'dom.js', 'styles.js', 'texts.js'];
  const first = await Promise.all(names.map((name) => readFile(new URL(name, SRC))));
  const size = first.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
  assert.ok(size <= 7 * 1024, `${size} bytes; at most ${7 * 1024}`);
});
