/** Sends what waits in the outbox, one after the other, each with the same id until it is stored. */

import { CallError } from './client.js';
import { child, pause } from './time.js';

/** After so many failures in a row, about two minutes, the patient is asked. */
const TRIES = 8;

/** @type {import('../types.js').MakeSender} */
export const makeSender = ({ outbox, post, report, signal }) => {
  let busy = false;
  let tries = 0;
  let waiting = child(signal);

  /** @type {import('../types.js').Attempt} */
  const attempt = async (item) => {
    const { id } = item;
    // Tries of its own accord change nothing in sight.
    if (!tries) report(id, 'sending');
    try {
      const sent = await post(item);
      outbox.remove(id);
      tries = 0;
      report(id, 'sent', sent);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      // The stream may have shown meanwhile that it is stored.
      if (signal.aborted || !outbox.has(id)) return;
      const { passes, after } = error;
      if (passes) tries += 1;
      else outbox.remove(id);
      report(id, !passes ? 'refused' : tries < TRIES ? 'queued' : 'failed', error);
      waiting = child(signal);
      if (passes && tries < TRIES) await pause(tries - 1, waiting.signal, after);
    }
  };

  return async () => {
    tries = 0;
    waiting.abort();
    if (busy) return;
    busy = true;
    try {
      for (let item; tries < TRIES && !signal.aborted && (item = outbox.items()[0]);) await attempt(item);
    } finally {
      busy = false;
    }
  };
};
