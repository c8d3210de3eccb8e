import type { Kind } from './answer-types.js';

export interface StatementEntry {
  id: string;
  at: string;
  kind: string;
  state: 'posted' | 'held' | 'voided' | 'promised' | 'lost';
  amount: number;
  unit: string;
  item: string | null;
  match: string | null;
}
export interface StatementUnit {
  kind: Kind;
  unit: string;
  item?: string | null;
  opening: number;
  closing: number;
  entries: StatementEntry[];
}
/** opening + arrived − takenBack = closing; what is promised is in no sum. */
export interface StatementSum {
  kind: Kind;
  unit: string;
  opening: number;
  arrived: number;
  takenBack: number;
  closing: number;
  promised: number;
}
export interface StatementHeld {
  id: string;
  at: string;
  kind: Kind;
  amount: number;
  unit: string;
  item: string | null;
  match: string | null;
}
export interface StatementMatch {
  id: string;
  title: string;
  need: { id: string; number: number; status: string } | null;
  organization: { id: string; shortName: string };
  status: string;
}
export interface Statement {
  side: 'donor' | 'recipient';
  from: string;
  to: string;
  timeZone: string;
  units: StatementUnit[];
  sums: StatementSum[];
  held: StatementHeld[];
  matches: StatementMatch[];
  verificationCode: string;
}
export interface StatementCheck {
  code: string;
  status: 'matches' | 'changed';
  from: string;
  to: string;
  timeZone: string;
  issuedAt: string;
  newerEntries: boolean;
  sums: StatementSum[];
  corrections: { at: string; unit: string; amount: number; of: string }[];
  units: { kind: Kind; unit: string; item?: string | null; opening: number; closing: number; entries: number }[];
}
