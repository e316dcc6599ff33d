import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LAUNCHER } from '../src/styles.js';

/** Foreground on background: WCAG 1.4.6 (AAA) for text; 1.4.11 for the edges of fields. */
const TEXT = [
  ...['text', 'muted', 'accent', 'alarm'].map((name) => [name, 'surface']),
  ...['text', 'muted', 'accent'].map((name) => [name, 'bubble']),
  ...['text', 'muted', 'accent', 'alarm'].map((name) => [name, 'alarm-surface']),
  ...['text', 'person', 'accent'].map((name) => [name, 'person-surface']),
  ['on-accent', 'accent'],
  ['on-head', 'head'],
  ['on-alarm', 'alarm'],
];

/** The two sets of colours, light and dark, as they stand in the style sheet. */
const sets = [...LAUNCHER.matchAll(/\{([^{}]*color-scheme: (light|dark);)/g)].map(([, block = '', name = '']) => ({
  name,
  colours: Object.fromEntries(
    [...block.matchAll(/--([\w-]+): var\(--lems-[\w-]+, (#\w+)\)/g)].map(([, key = '', value = '']) => [key, value]),
  ),
}));

/** @param {string} colour as #rgb or #rrggbb */
const luminance = (colour) => {
  const digits = colour.slice(1).length === 3 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** @param {string} one @param {string} other */
const contrast = (one, other) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

test('contrast: the measure itself', () => {
  assert.equal(contrast('#000', '#ffffff'), 21);
  assert.ok(Math.abs(contrast('#777', '#fff') - 4.48) < 0.01);
});

test('contrast: light and dark are both there', () => {
  assert.deepEqual([...new Set(sets.map(({ name }) => name))].sort(), ['dark', 'light']);
});

for (const { name, colours } of sets) {
  test(`contrast: text is at least 7:1 (${name})`, () => {
    for (const [front = '', back = ''] of TEXT) {
      const found = contrast(colours[front] ?? '', colours[back] ?? '');
      assert.ok(found >= 7, `${front} on ${back}: ${found.toFixed(2)}`);
    }
  });

  test(`contrast: edges are at least 3:1 (${name})`, () => {
    for (const back of ['surface', 'bubble']) {
      const found = contrast(colours.line ?? '', colours[back] ?? '');
      assert.ok(found >= 3, `line on ${back}: ${found.toFixed(2)}`);
    }
  });
}
