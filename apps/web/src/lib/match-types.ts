import type { Kind } from './answer-types.js';

export interface MatchPart {
  part: string;
  value: number;
  weight: number;
  sentence: string;
}

export interface Match {
  id: string;
  status: string;
  /** Every part is a multiple of `step`, in `unit`. */
  offer: {
    id: string;
    donor: string;
    title: string | null;
    description: string | null;
    place: string | null;
    step: number;
  };
  need: {
    id: string;
    number: number;
    status: string;
    title: string;
    kind: Kind;
    category: string;
    place: string;
    deadline: string;
    organization: { id: string; shortName: string };
    open: number;
  };
  amount: number;
  unit: string;
  text: string;
  arrived: { amount: number; text: string; lost: number; lostText: string } | null;
  score: number;
  parts: MatchPart[];
  deadline: string | null;
  reason: string | null;
  firstYes: string | null;
  acceptedAt: string | null;
  confirmedAt: string | null;
  endedAt: string | null;
  can: string[];
  /** What is the reader's to do and would be refused now, in the server's words. */
  cannot: { verb: string; code: string; sentence: string }[];
}
