/** Every text that the widget itself shows. A page replaces any of them; words in braces are filled in. */

const texts = {
  launcher: 'Questions about LEMS',
  unread: '{count} new',
  title: 'Ask about LEMS',
  subtitle: 'A program, not a doctor',
  close: 'Close',
  menu: 'Menu',
  safety:
    'If somebody is in danger now, call 112, 911 or 999. If you think of harming yourself, call 988 in the US and ' +
    'Canada or 116 123 in the UK and Ireland.',
  disclaimer:
    'Medical disclaimer: This content is for educational purposes only and does not constitute medical advice, ' +
    'diagnosis, or treatment; always seek the advice of your physician or other qualified health provider with any ' +
    'questions regarding a medical condition.',

  welcome: 'I am a program, not a doctor',
  answers:
    'I answer with the words of one medically reviewed text about Lambert-Eaton myasthenic syndrome (LEMS): what it ' +
    'is, how it works, its causes, cancer, heredity, research. I cannot judge your own situation; your doctor can.',
  stored:
    'Your messages and the answers are stored, and deleted {days} days after your last message. Please leave out ' +
    'names, addresses and numbers. You can erase everything at any time: Menu, then “Forget me”.',
  starters: 'You could start with',
  starter1: 'What is LEMS?',
  starter2: 'What causes LEMS?',
  starter3: 'Is LEMS linked with cancer?',
  starter4: 'Is LEMS inherited?',

  log: 'Conversation',
  you: 'You',
  bot: 'Automatic answer',
  staff: 'A person from the team',
  notice: 'Notice',
  emergency: 'Emergency',
  selfHarm: 'You are not alone',
  source: 'Source: {title}, section {section}. Last updated: {date}.',
  suggestions: 'You could also ask',
  clarify: 'Did you mean',

  compose: 'Your question',
  send: 'Send',
  empty: 'Please write your question first.',
  tooLong: 'This is {count} characters too long.',
  writing: 'Looking for the answer \u2026',
  slow: 'This takes longer than usual. Your question is safe; please wait a moment.',

  queued: 'Waiting to be sent',
  sending: 'Sending',
  waiting: 'Received, the answer follows',
  failed: 'Not sent',
  refused: 'Not taken',
  redacted: 'Personal details were taken out before this was stored.',
  retry: 'Try again',
  discard: 'Remove',
  offline: 'You seem to be offline. What you write is kept here and sent when the connection is back.',
  unreachable: 'The service cannot be reached just now. What you write is kept here and sent as soon as it can be.',
  online: 'The connection is back.',
  rejected: 'Your question could not be taken. Please put it in other words.',
  renewed: 'The earlier conversation is no longer available, so a new one begins.',
  later: 'That did not work just now. Please try again later.',
  faq: 'All answers as pages',

  helpful: 'Was this helpful?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you for telling us.',
  why: 'What was wrong?',
  wrong: 'It is wrong',
  unclear: 'It is hard to understand',
  incomplete: 'Something is missing',
  off_topic: 'It does not answer my question',
  tone: 'It is unkind',
  other: 'Something else',
  comment: 'In your own words, if you like',
  sendReason: 'Send reason',

  person: 'Talk to a person',
  save: 'Save this conversation',
  print: 'Print this conversation',
  data: 'See what is stored',
  nothing: 'Nothing is stored about you yet.',
  forget: 'Forget me',
  forgetAsk: 'Erase everything that is stored about this conversation? It cannot be undone.',
  forgetYes: 'Yes, erase it',
  forgetNo: 'No, keep it',
  forgotten: 'Everything about this conversation is erased.',
  transcript: 'My conversation about LEMS',
};

/** @typedef {typeof texts} TextTable */

/** @type {Readonly<TextTable>} */
export const TEXTS = Object.freeze(texts);

/** The texts with those of the page over them. @param {object} [own] */
export const withOwn = (own = {}) => {
  /** @type {any} */
  const table = { ...TEXTS };
  for (const [name, text] of Object.entries(own)) {
    if (Object.hasOwn(TEXTS, name) && typeof text === 'string') table[name] = text;
    else console.warn(`lems-chat: no text '${name}'; the texts are: ${Object.keys(TEXTS).join(', ')}`);
  }
  return /** @type {TextTable} */ (table);
};

/** @param {string} text @param {Record<string, string | number>} values */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => `${values[name] ?? whole}`);
