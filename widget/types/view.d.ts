/** What the parts with a DOM offer, and the reading of what is received. */

import type * as Api from './api.js';
import type { Entry } from './logic.js';
import type { LemsChat } from '../src/element.js';
import type { TextTable } from '../src/texts.js';

export type Child = Node | string | false | null | undefined;
/** true is an empty attribute; what is empty or false is none. */
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** A string child becomes a text node; an empty or false one is none. */
export type H = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes?: Attributes,
  ...children: Child[]
) => HTMLElementTagNameMap[Tag];

/** A button that submits nothing; `drawing` stands before the text. */
export type MakeButton = (
  text: string,
  attributes: Attributes,
  press: () => unknown,
  drawing?: Node,
) => HTMLButtonElement;

/**
 * The text of an answer without its lines for plain-text channels, which name the source and number the choices: both
 * are shown apart.
 */
export type PlainBody = (message: Pick<Api.Message, 'body' | 'sources' | 'suggestions'>) => string;

/** A line for each reviewed text that was used: its sections and the date of its review. */
export type SourceLines = (message: Pick<Api.Message, 'sources'>, template: string) => string[];

/**
 * The address if it may be a link, else empty: https, tel, mailto, and the server itself, over http too (loopback).
 */
export type SafeUrl = (url: string, server?: string) => string;

/** The pieces of a text: links, and with an empty address what is none. */
export type Linked = (text: string) => Api.Link[];

export type Cut = (text: string, pattern: RegExp, address: (found: string) => string) => Api.Link[];

/** What the patient wrote, and how far it came. */
export type WrittenView = (
  entry: Entry,
  options: { texts: TextTable; retry(): unknown; discard(): unknown },
) => HTMLElement;

/** One entry of anybody else. `origin` is the server's. */
export type MessageView = (
  entry: Entry,
  options: { texts: TextTable; origin: string; feedback: Node | false },
) => HTMLElement;

/** `store` resolves to null where the feedback could not be stored. */
export type FeedbackView = (
  entry: Entry,
  options: { texts: TextTable; reasons(): readonly string[]; store(feedback: Api.NewFeedback): Promise<object | null> },
) => HTMLElement;

export type Rate = (given: Omit<Api.NewFeedback, 'message_id'>, next: () => void) => Promise<void>;

export interface Composer {
  view: HTMLFormElement;
  focus(): void;
  /** Characters that a message may have. */
  limit: number;
  /** Takes nothing while it is on. */
  disable(on: boolean): void;
}

export type MakeComposer = (options: { texts: TextTable; send(text: string): void; person(): unknown }) => Composer;

/** The head of the panel and its menu. */
export interface Head {
  head: HTMLElement;
  menu: HTMLElement;
  /** Closes the menu; returns whether it was open. */
  fold(): boolean;
}

export type MakeHead = (options: {
  texts: TextTable;
  close(): unknown;
  items: [text: string, act: () => unknown][];
  /** The last item of the menu. */
  faq: Node;
}) => Head;

/** Suggestions as buttons. The box keeps the focus when a pick takes the buttons away. */
export interface Suggestions {
  view: HTMLElement;
  /** `list`: one below the other. */
  show(suggestions: readonly Api.Suggestion[], label: string, list?: 'list' | ''): void;
}

export type MakeSuggestions = (pick: (suggestion: Api.Suggestion) => unknown) => Suggestions;

/** The question before everything is erased. */
export interface Confirm {
  view: HTMLElement;
  ask(yes: () => unknown): void;
  /** Asks no more; returns whether it did. */
  fold(): boolean;
}

/** `back` takes the focus after the question. */
export type MakeConfirm = (texts: TextTable, back: () => void) => Confirm;

export type Transcript = (entries: readonly Entry[], texts: TextTable) => HTMLElement;

/** Saves or prints the conversation without the website around it; a frame for it is put into `parent`. */
export type Keep = (entries: readonly Entry[], texts: TextTable, parent: Element) => void;

export interface Panel {
  readonly shown: boolean;
  show(on: boolean): void;
}

export type MakePanel = (host: LemsChat, server: string, signal: AbortSignal) => Panel;

declare global {
  interface HTMLElementTagNameMap {
    'lems-chat': LemsChat;
  }
}
