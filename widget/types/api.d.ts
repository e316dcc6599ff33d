/** The shapes of the chat API, as desk/chat/openapi.yaml documents them. Types only: nothing here is served. */

export interface Suggestion {
  title: string;
  payload: string;
}

export interface Link {
  title: string;
  url: string;
}

export interface Source {
  text: string;
  section: string;
  updated: string;
  title: string;
}

export interface Feedback {
  message_id: string;
  thumb: 'up' | 'down';
  reason: string | null;
  comment: string;
}

export type Author = 'patient' | 'assistant' | 'staff' | 'desk';

export interface Message {
  id: string;
  cursor: number;
  author: Author;
  created_at: string;
  text: string;
  body: string;
  disclaimer: string;
  outcome: string;
  safety: 'none' | 'line' | 'emergency' | 'self_harm';
  sources: Source[];
  suggestions: Suggestion[];
  links: Link[];
  reply_to: string | null;
  client_message_id: string | null;
  state: 'waiting' | 'answered' | 'failed' | 'sent';
  redacted: boolean;
  feedback: Feedback | null;
}

export interface Notice {
  text: string;
  body: string;
  disclaimer: string;
  links: Link[];
}

export type AssistantState = 'ready' | 'waking_up' | 'unreachable';

export interface Status {
  assistant: AssistantState;
  notice?: Notice | null;
  safety: { line: string; links: Link[] };
  disclaimer: string;
  retention_days: number;
  text_limit: number;
  starters: Suggestion[];
  feedback_reasons: string[];
  faq_url: string;
  source: { title: string; updated: string };
}

export interface Token {
  token: string;
  expires_at: string;
}

export interface Started extends Token {
  cursor: number;
}

export type NewMessage = { client_message_id: string } & ({ text: string } | { payload: string });

export interface Sent {
  message: Message;
  reply: Message | null;
  notice: Message | null;
  closing: boolean;
}

export interface History {
  messages: Message[];
  cursor: number;
  more: boolean;
  closing: boolean;
}

export interface NewFeedback {
  message_id: string;
  thumb: 'up' | 'down';
  reason?: string;
  comment?: string;
}

export interface Handoff {
  on_duty: boolean;
  message: Message;
}

export interface MyData {
  page_url: string;
}

export interface Refusal {
  error: { code: string; detail: string; limit?: number; choices?: string[] };
  message?: Notice | null;
}
