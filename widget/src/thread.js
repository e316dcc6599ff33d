/** The conversation as it is shown: the server's messages by cursor, and among them what only this page knows. */

const BLANK = { disclaimer: '', outcome: '', safety: 'none', sources: [], suggestions: [], links: [] };

/** @type {import('../types.js').MakeThread} */
export const makeThread = () => {
  /** @type {import('../types.js').Entry[]} */
  const entries = [];
  const cursor = () => Math.max(0, ...entries.map((entry) => entry.cursor).filter(Number.isFinite));

  /** Before what is still to be sent and before later messages, after all else. @type {import('../types.js').Place} */
  const place = (fields) => {
    const entry = { ...BLANK, created_at: Date.now(), ...fields };
    let at = entries.length;
    while (at && entries[at - 1].cursor > entry.cursor) at -= 1;
    entries.splice(at, 0, entry);
    return { entry, at, fresh: true };
  };

  return {
    entries,
    cursor,
    written: (id) => entries.find((entry) => entry.client_message_id === id),
    write: ({ id, text }) =>
      place({ id, client_message_id: id, author: 'patient', body: text, cursor: Infinity, state: 'queued' }),
    note(notice, outcome) {
      const last = cursor();
      const placed = place({ ...notice, id: '', author: 'desk', outcome, cursor: Infinity });
      placed.entry.cursor = last;
      return placed;
    },
    take(message) {
      const { id, client_message_id: own, reply_to, author } = message;
      const at = entries.findIndex((entry) => entry.id === id || (own && entry.client_message_id === own));
      if (at >= 0) {
        const entry = entries[at];
        // That a reply came says more than a record of the question that was made before it.
        const { state } = entry.state === 'answered' ? entry : message;
        return { entry: Object.assign(entry, message, { state }), at };
      }
      const asked = author === 'assistant' && entries.find((entry) => entry.id === reply_to);
      if (asked) asked.state = 'answered';
      return place(message);
    },
    remove(gone) {
      entries.splice(0, Infinity, ...entries.filter((entry) => entry !== gone));
    },
  };
};
