import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const WIDGET = new URL('../', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('package.json', WIDGET), 'utf8'));

test('package: element and registration are exported apart, and nothing is needed to run', async () => {
  assert.equal(manifest.exports['.'], './src/element.js');
  assert.equal(manifest.exports['./define'], './src/lems-chat.js');
  assert.deepEqual(manifest.sideEffects, ['./src/lems-chat.js']);
  assert.equal(manifest.dependencies, undefined);
  for (const path of Object.values(manifest.exports)) await readFile(new URL(String(path), WIDGET));
});

test('package: only the registration defines the element', async () => {
  for (const name of await readdir(new URL('src/', WIDGET))) {
    const text = await readFile(new URL(`src/${name}`, WIDGET), 'utf8');
    assert.equal(text.includes('customElements.define'), name === 'lems-chat.js', name);
  }
});

test('package: no script parses HTML, evaluates text or sets inline style', async () => {
  for (const name of await readdir(new URL('src/', WIDGET))) {
    const text = await readFile(new URL(`src/${name}`, WIDGET), 'utf8');
    assert.doesNotMatch(
      text,
      /innerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|\.style\b|setHTML/,
      name,
    );
  }
});

test('package: every attribute, event, part and property is documented', async () => {
  const readme = await readFile(new URL('README.md', WIDGET), 'utf8');
  const found = new Set();
  for (const name of await readdir(new URL('src/', WIDGET))) {
    const text = await readFile(new URL(`src/${name}`, WIDGET), 'utf8');
    for (const [property] of text.matchAll(/--lems-[a-z-]+/g)) found.add(property);
    for (const [, parts = ''] of text.matchAll(/\bpart: '([a-z -]+)'/g))
      for (const part of parts.split(' ')) found.add(part);
  }
  for (const attribute of ['server', 'open', 'theme', 'remember']) found.add(attribute);
  for (const event of ['lems-open', 'lems-close', 'lems-message', 'lems-forgotten', 'lems-renewed']) found.add(event);
  assert.deepEqual(
    [...found].filter((name) => !readme.includes(`\`${name}\``)),
    [],
  );
});
