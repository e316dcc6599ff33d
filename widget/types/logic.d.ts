/** What the parts without a DOM offer, and what a conversation tells those who show it. */

import type * as Api from './api.js';
import type { CallError } from '../src/client.js';
import type { TextTable } from '../src/texts.js';

/**
 * Resolves after 1 s, then twice as long with each try, at most 30 s, or after the given seconds where those are more;
 * at once when the signal is aborted or the browser is back online.
 */
export type Pause = (tries: number, signal: AbortSignal, seconds?: number) => Promise<void>;

/** How a call failed. */
export interface Failure {
  status?: number;
  /** What to show the patient. */
  notice?: Api.Notice;
  /** Seconds before the next try. */
  after?: number;
}

/** The calls of the API: what goes in, and what comes back. */
export interface Calls {
  'GET status': { body: undefined; result: Api.Status };
  'POST conversations': { body: object; result: Api.Started };
  'POST token': { body: undefined; result: Api.Token };
  'POST messages': { body: Api.NewMessage; result: Api.Sent };
  [history: `GET messages?after=${number}`]: { body: undefined; result: Api.History };
  'POST feedback': { body: Api.NewFeedback; result: Api.Feedback };
  'POST handoff': { body: object; result: Api.Handoff };
  'GET data': { body: undefined; result: Api.MyData };
  'DELETE conversation': { body: undefined; result: object };
}

export interface Client {
  /** A path of the server as a whole address. */
  address(path: string): string;
  /**
   * Throws a CallError where there is no result. Of that, `passes`: the same call may succeed later; `locked`: the
   * token opens nothing any more.
   */
  call<Name extends keyof Calls>(
    name: Name,
    token?: string,
    body?: Calls[Name]['body'],
  ): Promise<Calls[Name]['result']>;
  /** The body of the event stream after a cursor. */
  stream(token: string, after: number, stop: AbortSignal): Promise<ReadableStream<any>>;
}

/** `signal` ends every call; `patience` is the time in milliseconds until one is given up. */
export type MakeClient = (server: string, signal: AbortSignal, patience?: number) => Client;

export type Request = (name: string, stop: AbortSignal, token?: string, body?: object) => Promise<Response>;

export interface Frame {
  event: string;
  data: any;
}

/** Returns a function that takes text as it comes and gives the frames that it completes. */
export type MakeFrames = () => (text: string) => Frame[];

/** Why a conversation is over: all is erased, or the token opens nothing any more. */
export type End = 'forgotten' | 'renewed';

/** Hands over every frame until the signal or the conversation ends. */
export type Follow = (options: {
  connect(signal: AbortSignal): Promise<ReadableStream<any>>;
  take(frame: Frame): void;
  /** Called each time that a connection stands. */
  connected(): void;
  signal: AbortSignal;
}) => Promise<End | undefined>;

/** Times in milliseconds. */
export interface Key {
  token: string;
  issued: number;
  expires: number;
}

/** What is written and not yet known to be stored; one id for every try. `text` of a `payload`: its title. */
export interface Item {
  id: string;
  text: string;
  payload?: string | undefined;
}

/** One entry of a storage, and of this page's memory where the browser refuses or the storage is full. */
export interface Kept<Value> {
  get(): Value | null;
  /** null removes it. */
  set(value: Value | null): void;
}

export type MakeEntry = (area: 'sessionStorage' | 'localStorage', name: string) => Kept<any>;

/** Oldest first. */
export interface Outbox {
  items(): Item[];
  has(id: string): boolean;
  add(text: string, payload?: string): Item;
  remove(id: string): void;
  /** These and no others. */
  keep(items: Item[]): void;
}

export interface Store {
  /** In sessionStorage, which ends with the tab; in localStorage where `remember` is set. */
  token: Kept<Key>;
  /** The cursor of the last message that was in sight. */
  seen: Kept<number>;
  outbox: Outbox;
}

export type MakeStore = (server: string, remember: boolean) => Store;

/** How far a question came that the server has not stored yet. */
export type Pending = 'queued' | 'sending' | 'failed' | 'refused';

/** A message of the server, or what this page knows of one. A question still to be sent has the cursor Infinity. */
export type Entry = Omit<Api.Message, 'state' | 'created_at'> & {
  state: Api.Message['state'] | Pending;
  created_at: string | number;
};

export interface Placed {
  entry: Entry;
  /** Its place among the entries. */
  at: number;
  /** Whether it was not there before. */
  fresh?: boolean;
}

export type Place = (fields: any) => Placed;

export interface Thread {
  readonly entries: Entry[];
  /** The highest cursor so far: where the stream goes on. */
  cursor(): number;
  written(clientMessageId: string): Entry | undefined;
  /** A question that is to be sent. */
  write(item: Item): Placed;
  /** A text that stands in this page only. */
  note(notice: Api.Notice, outcome: string): Placed;
  /** What the server says, also when it says it again. */
  take(message: Api.Message): Placed;
  remove(entry: Entry): void;
}

export type MakeThread = () => Thread;

export type Attempt = (item: Item) => Promise<void>;

/** Returns a function that sends now, also when the next try would be later. */
export type MakeSender = (options: {
  outbox: Outbox;
  post(item: Item): Promise<Api.Sent>;
  report(id: string, state: Pending | 'sent', result?: Api.Sent | CallError): void;
  signal: AbortSignal;
}) => () => Promise<void>;

/** What a conversation tells those who show it. */
export interface View {
  /** A new entry at this place; `past`: it is old and need not be announced. */
  place(entry: Entry, at: number, past?: boolean): void;
  redraw(entry: Entry): void;
  remove(entry: Entry): void;
  /** Texts and limits of the server; null where it cannot be reached. */
  details(status: Api.Status | null): void;
  /** Whether an answer is being looked for. */
  busy(on: boolean): void;
  /** A short word that is no part of the conversation. */
  say(text: string): void;
  /** All is to be erased at the patient's word: nothing more can be written until `ended`. */
  closing(): void;
  /** This conversation is over: whoever shows it aborts its signal and begins another one. */
  ended(why: End): void;
}

/** Takes what the server says; `past` as in View. */
export type Take = (message: Api.Message, past?: boolean) => void;

/** The result of a call with the token, or null where it failed. */
export type Ask = <Result>(call: (token: string) => Promise<Result>) => Promise<Result | null>;

/**
 * One conversation with the server. Nothing is asked of the server, and so nothing is stored there, before the patient
 * writes.
 */
export interface Conversation {
  readonly entries: readonly Entry[];
  /** The highest cursor so far. */
  cursor(): number;
  /** Fetches what the server has to say before the first message. */
  greet(): Promise<void>;
  /** Shows what was said before a reload, and sends what was not sent. */
  resume(): Promise<void>;
  send(text: string, payload?: string): Promise<void>;
  /** Sends at once what waits. */
  retry(): Promise<void>;
  /** Takes back what was not sent. */
  discard(entry: Entry): void;
  /** Receives what comes later, until `rest`. */
  listen(): Promise<void>;
  rest(): void;
  /** Resolves to null where it could not be stored. */
  feedback(feedback: Api.NewFeedback): Promise<object | null>;
  /** Asks for a person. */
  person(): Promise<void>;
  /** The address of the page that shows what is stored; empty where nothing is, null where it cannot be had. */
  data(): Promise<string | null>;
  /** Erases everything, here and on the server. */
  forget(): Promise<void>;
}

export type MakeConversation = (options: {
  client: Client;
  store: Store;
  view: View;
  texts: TextTable;
  signal: AbortSignal;
}) => Conversation;
