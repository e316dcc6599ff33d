/** Server-sent events read with fetch (an EventSource cannot send the token), connected again after every end. */

import { CallError } from './client.js';
import { child, pause } from './time.js';

/** @type {import('../types.js').MakeFrames} */
export const makeFrames = () => {
  let rest = '';
  return (text) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const { event = 'message', data } = Object.fromEntries(
        [...block.matchAll(/^(\w+): ?(.*)$/gm)].map((m) => m.slice(1)),
      );
      return data ? [{ event, data: JSON.parse(data) }] : [];
    });
  };
};

/** @type {import('../types.js').Follow} */
export const follow = async ({ connect, take, connected, signal }) => {
  for (let tries = 0; !signal.aborted; tries += 1) {
    const life = child(signal);
    // The server gives a sign of life every 15 s.
    const watch = () => setTimeout(() => life.abort(), 40_000);
    let silence = watch();
    try {
      const reader = (await connect(life.signal)).pipeThrough(new TextDecoderStream()).getReader();
      const frames = makeFrames();
      connected();
      for (let part; !(part = await reader.read()).done;) {
        clearTimeout(silence);
        silence = watch();
        for (const frame of frames(part.value)) {
          tries = 0;
          take(frame);
          if (frame.event === 'erased') return 'forgotten';
        }
      }
    } catch (error) {
      if (error instanceof CallError && error.locked) return 'renewed';
    } finally {
      clearTimeout(silence);
      life.abort();
    }
    await pause(tries, signal);
  }
};
