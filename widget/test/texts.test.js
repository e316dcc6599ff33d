import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { fill, TEXTS, withOwn } from '../src/texts.js';

const root = new URL('../../', import.meta.url);

test('texts: those of the page replace those of the widget, one by one', () => {
  const table = withOwn({ send: 'Senden' });
  assert.equal(table.send, 'Senden');
  assert.equal(table.close, TEXTS.close);
});

test('texts: a name that is none is named with the choices, and a text must be a text', (context) => {
  const warn = context.mock.method(console, 'warn', () => {});
  const table = withOwn({ sned: 'x', toString: 'x', close: 7 });
  assert.deepEqual(table, { ...TEXTS });
  const said = warn.mock.calls.map((call) => String(call.arguments[0]));
  assert.equal(said.length, 3);
  assert.match(said[0] ?? '', /no text 'sned'; the texts are: launcher, /);
});

test('texts: nothing given leaves all as it is', () => {
  assert.deepEqual(withOwn(), { ...TEXTS });
});

test('texts: what is filled in is never read again, and an unknown name stays', () => {
  assert.equal(fill('{days} days, {nothing}', { days: '{count}', count: 3 }), '{count} days, {nothing}');
});

test('texts: the disclaimer is that of the reviewed text, word for word', async () => {
  const source = await readFile(new URL('source/lems-causes.txt', root), 'utf8');
  assert.ok(source.includes(`disclaimer: "${TEXTS.disclaimer}"`));
});

test('texts: every one is documented', async () => {
  const readme = await readFile(new URL('widget/README.md', root), 'utf8');
  const missing = Object.keys(TEXTS).filter((name) => !readme.includes(`\`${name}\``));
  assert.deepEqual(missing, []);
});
