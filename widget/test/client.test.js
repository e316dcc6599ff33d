import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';

import { CallError, makeClient } from '../src/client.js';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */

/** @type {(request: IncomingMessage, response: ServerResponse) => void} */
let answer;
const server = createServer((request, response) => answer(request, response));
let address = '';

before(async () => {
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answer = (_, response) => response.end('{}');
});

/** @param {number} status @param {unknown} body @param {Record<string, string>} [headers] */
const give = (status, body, headers = {}) => {
  answer = (_, response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
};

/** @param {Promise<unknown>} call @returns {Promise<CallError>} */
const failure = async (call) => {
  const error = await call.then(
    () => null,
    (reason) => reason,
  );
  assert.ok(error instanceof CallError, `${error}`);
  return error;
};

const client = (patience = 20_000, signal = new AbortController().signal) => makeClient(address, signal, patience);

test('client: a call carries the token, JSON, and nothing of the browser', async () => {
  /** @type {any} */
  let seen;
  answer = (request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      seen = { method: request.method, url: request.url, headers: request.headers, body };
      response.end('{"token": "new"}');
    });
  };
  const sent = { client_message_id: 'c1', text: 'Hello' };
  assert.deepEqual(await client().call('POST messages', 'secret', sent), { token: 'new' });
  assert.deepEqual([seen.method, seen.url, JSON.parse(seen.body)], ['POST', '/api/v1/messages', sent]);
  assert.equal(seen.headers.authorization, 'Bearer secret');
  assert.equal(seen.headers['content-type'], 'application/json');
  assert.equal(seen.headers.cookie ?? seen.headers.referer, undefined);
});

test('client: a call without token or body has no headers for them', async () => {
  /** @type {any} */
  let headers;
  answer = (request, response) => {
    headers = request.headers;
    response.end('{}');
  };
  await client().call('GET status');
  assert.equal(headers.authorization ?? headers['content-type'], undefined);
});

test('client: a refusal has its code, its words for the patient and the time to wait', async () => {
  const message = { text: 'Wait.', body: 'Wait.', disclaimer: '', links: [] };
  give(429, { error: { code: 'too_many', detail: '' }, message }, { 'Retry-After': '12' });
  const error = await failure(client().call('GET status'));
  assert.deepEqual([error.message, error.notice, error.after, error.passes], ['too_many', message, 12, true]);
});

test('client: 401 and 410 mean that the token opens nothing any more', async () => {
  for (const [status, locked] of /** @type {const} */ ([
    [401, true],
    [410, true],
    [403, false],
    [404, false],
    [413, false],
  ])) {
    give(status, { error: { code: 'x', detail: '' } });
    const error = await failure(client().call('GET data', 't'));
    assert.deepEqual([error.locked, error.passes], [locked, false], String(status));
  }
});

test('client: a broken server passes, also with an answer that is no JSON', async () => {
  give(502, '<h1>Bad Gateway</h1>');
  const error = await failure(client().call('GET status'));
  assert.deepEqual([error.passes, error.locked, error.notice], [true, false, undefined]);
  give(200, '<h1>Welcome to this hotel network</h1>');
  assert.equal((await failure(client().call('GET status'))).passes, true);
});

test('client: nobody there is a network error', async () => {
  const error = await failure(makeClient('http://127.0.0.1:9', new AbortController().signal).call('GET status'));
  assert.deepEqual([error.message, error.passes], ['network', true]);
});

test('client: an answer that does not come in time is given up', async () => {
  answer = () => {};
  const error = await failure(client(50).call('GET status'));
  assert.deepEqual([error.message, error.passes], ['timeout', true]);
});

test('client: an answer that breaks off in its body is given up in time too', async () => {
  answer = (_, response) => response.writeHead(200, { 'Content-Length': '100' }).write('{"a":');
  assert.equal((await failure(client(50).call('GET status'))).message, 'timeout');
});

test('client: the end of the page ends its calls', async () => {
  answer = () => {};
  const control = new AbortController();
  const call = failure(client(5000, control.signal).call('GET status'));
  setTimeout(() => control.abort(), 20);
  assert.equal((await call).message, 'closed');
  assert.equal((await failure(client(5000, control.signal).call('GET status'))).message, 'closed');
});

test('client: an address that is none is named at once', () => {
  assert.throws(() => makeClient('nowhere', new AbortController().signal).address('faq'), /Invalid URL/);
});
