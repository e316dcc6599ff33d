import assert from 'node:assert/strict';
import { test } from 'node:test';

import { linkAddresses, linkNumbers, plainBody, safeUrl, sourceLines } from '../src/received.js';

test('received: https, tel and mailto may become links', () => {
  for (const url of ['https://example.org/a', 'tel:112', 'mailto:help@example.org']) assert.equal(safeUrl(url), url);
});

test('received: nothing else may', () => {
  const bad = [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'http://example.org/',
    '//example.org',
    'blob:x',
  ];
  for (const url of [...bad, 'vbscript:x', 'file:///etc/passwd', 'faq', '']) assert.equal(safeUrl(url), '', url);
});

test('received: an http address of the server itself may, and of nobody else', () => {
  const origin = 'http://127.0.0.1:8000';
  assert.equal(safeUrl(`${origin}/data/1`, origin), `${origin}/data/1`);
  assert.equal(safeUrl('http://127.0.0.1:8001/', origin), '');
  assert.equal(safeUrl('javascript:alert(1)', 'null'), '');
});

test('received: a script address is no link even where the origin is empty', () => {
  assert.equal(safeUrl('javascript:alert(1)', ''), '');
  assert.equal(safeUrl('data:text/html,x', undefined), '');
});

/** Text as it is, links as `title|url`. @param {{ title: string, url: string }[]} pieces */
const joined = (pieces) =>
  pieces.filter(({ title }) => title).map(({ title, url }) => (url ? `${title}|${url}` : title));

test('received: addresses in a text become links, without the punctuation after them', () => {
  const url = 'https://example.org/a?b=1';
  const pieces = linkAddresses(`See ${url}, or (${url}).`);
  assert.deepEqual(joined(pieces), ['See ', `${url}|${url}`, ', or (', `${url}|${url}`, ').']);
  const none = 'none here: http://example.org javascript:alert(1)';
  assert.deepEqual(joined(linkAddresses(none)), [none]);
  assert.deepEqual(joined(linkAddresses('')), []);
});

test('received: telephone numbers of the safety line become links, also those with spaces', () => {
  const text = 'call 112, 911 or 999. Or 116 123 in the UK, +44 20-1234.';
  const pieces = linkNumbers(text);
  const urls = pieces.map(({ url }) => url).filter(Boolean);
  assert.deepEqual(urls, ['tel:112', 'tel:911', 'tel:999', 'tel:116123', 'tel:+44201234']);
  assert.equal(pieces.map(({ title }) => title).join(''), text);
});

const source = { text: 'lems-causes', section: 'heredity', updated: '2026-04-08', title: 'Causes of LEMS' };

test('received: the line of the source is shown apart, so it is taken out of the text', () => {
  const line = 'Source: Causes of LEMS, medically reviewed summary, section heredity. Last updated: 2026-04-08.';
  const body = `It is not hereditary.\n${line}`;
  assert.equal(plainBody({ body, sources: [source], suggestions: [] }), 'It is not hereditary.');
});

test('received: a text that only speaks of a source keeps its words', () => {
  const body = 'Source: my neighbour.\nSource: 2026-04-08';
  assert.equal(plainBody({ body, sources: [], suggestions: [] }), body);
});

test('received: numbered choices become buttons, other numbered lines stay', () => {
  const suggestions = [
    { title: 'What is LEMS?', payload: '/overview' },
    { title: 'None of these', payload: '/none_of_these' },
  ];
  const body = 'Did you mean one of these?\n1. What is LEMS?\n2. None of these\n3. Something';
  assert.equal(plainBody({ body, sources: [], suggestions }), 'Did you mean one of these?\n3. Something');
});

test('received: each reviewed text has one line with all its sections and the date of its review', () => {
  const sources = [
    source,
    { ...source, section: 'risk' },
    { ...source, title: 'Other', section: 'x', updated: '2025-01-02' },
  ];
  const lines = sourceLines({ sources }, '{title}: {section} ({date})');
  assert.deepEqual(lines, ['Causes of LEMS: heredity, risk (2026-04-08)', 'Other: x (2025-01-02)']);
  assert.deepEqual(sourceLines({ sources: [] }, '{title}'), []);
});
