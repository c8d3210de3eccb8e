import type { Page, Photo } from './answer-types.js';

/** One message of a match; `text` is empty once it was taken away. */
export interface Message {
  id: string;
  at: string;
  from: 'donor' | 'organization';
  text: string;
  removed: boolean;
  photo: Photo | null;
  read: boolean;
  reports: { from: 'donor' | 'organization'; reason: string; at: string }[];
  can: string[];
}
/** `me` is the side of the reader; null: a moderator. */
export interface Talk extends Page<Message> {
  unread: number;
  me: 'donor' | 'organization' | null;
  can: string[];
}
