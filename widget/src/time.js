/** Waiting and giving up. */

/** A controller that the signal aborts too. @param {AbortSignal} signal */
export const child = (signal) => {
  const own = new AbortController();
  if (signal.aborted) own.abort();
  signal.addEventListener('abort', () => own.abort(), { signal: own.signal });
  return own;
};

/** @type {import('../types.js').Pause} */
export const pause = (tries, signal, seconds = 0) =>
  new Promise((done) => {
    const own = child(signal);
    const end = () => {
      clearTimeout(timer);
      own.abort();
      done();
    };
    const timer = setTimeout(end, 1000 * Math.max(seconds, Math.min(30, 2 ** tries)));
    own.signal.addEventListener('abort', end);
    globalThis.addEventListener?.('online', end, { signal: own.signal });
    if (signal.aborted) end();
  });
