/** The calls of desk/chat/openapi.yaml: no cookies, no referrer, nothing cached. */

import { child } from './time.js';

/** A call without a result. `message` is the server's code, or network, timeout, closed (by this page). */
export class CallError extends Error {
  /** @param {string} code @param {import('../types.js').Failure} [failure] */
  constructor(code, { status = 0, notice, after } = {}) {
    super(code);
    this.notice = notice;
    this.after = after;
    this.passes = status >= 500 || status === 429 || code === 'network' || code === 'timeout';
    this.locked = status === 401 || status === 410;
  }
}

/** @type {import('../types.js').MakeClient} */
export const makeClient = (server, signal, patience = 30_000) => {
  /** @type {import('../types.js').Client['address']} */
  const address = (path) => new URL(path, server).href;

  /** @type {import('../types.js').Request} */
  const request = async (name, stop, token, body) => {
    const [method, path] = name.split(' ');
    const response = await fetch(address(`/api/v1/${path}`), {
      method,
      signal: stop,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body ? JSON.stringify(body) : null,
    });
    const { ok, status, headers } = response;
    if (ok) return response;
    const { error, message } = await response.json().catch(() => ({}));
    throw new CallError(error?.code ?? 'server', {
      status,
      notice: message,
      after: Number(headers.get('Retry-After')),
    });
  };

  return {
    address,
    async call(name, token, body) {
      const stop = child(signal);
      let end = 'network';
      const timer = setTimeout(() => stop.abort((end = 'timeout')), patience);
      try {
        return await (await request(name, stop.signal, token, body)).json();
      } catch (error) {
        throw error instanceof CallError ? error : new CallError(signal.aborted ? 'closed' : end);
      } finally {
        clearTimeout(timer);
        stop.abort();
      }
    },
    stream: async (token, after, stop) =>
      /** @type {any} */ ((await request(`GET events?after=${after}`, stop, token)).body),
  };
};
