import type { LocalizedMessage } from '../localized-message.js';
import type { ScorePart } from './score.rules.js';

/**
 * A part of the score as it is stored: integers 0..1,000,000 and the reason, as the key of its sentence with the names and numbers that it speaks
 * of. Everyday proposals from before this kept the sentence in both languages. Both say the same years later.
 */
export type StoredPart = SpokenPart | KeyedPart;

export interface SpokenPart {
  readonly part: ScorePart;
  readonly value: number;
  readonly weight: number;
  readonly ru: string;
  readonly en: string;
}

export interface KeyedPart extends LocalizedMessage {
  readonly part: ScorePart;
  readonly value: number;
  readonly weight: number;
}
