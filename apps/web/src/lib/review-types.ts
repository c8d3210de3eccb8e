import type { Kind, Photo } from './answer-types.js';

export type Outcome = 'approve' | 'return' | 'escalate';
interface ReviewedAccount {
  bik: string;
  number: string;
  bankName: string;
  correspondent: string;
}
export interface Review {
  id: string;
  status: string;
  risk: number;
  openedAt: string;
  signaturesNeeded: number;
  subject: {
    type:
      | 'organization'
      | 'need'
      | 'need_edit'
      | 'match'
      | 'account_change'
      | 'messages'
      | 'offer'
      | 'report'
      | 'complaint';
    id: string;
    title: string;
    organization: { id: string; shortName: string } | null;
    need: {
      id: string;
      number: number;
      kind: Kind;
      category: string;
      amount: number | null;
      unit: string | null;
    } | null;
    accounts: { before: ReviewedAccount; after: ReviewedAccount } | null;
    /** What would be read, with what was flagged; of a dispute whose words they are. */
    texts: {
      field: 'title' | 'description' | 'reason';
      from: 'donor' | 'organization' | null;
      text: string;
      marks: { code: string; at: number; length: number }[];
    }[];
    photos: Photo[];
    history: { verifiedAt: string | null; needs: number; returned: number; kept: number; broken: number } | null;
    effects: { unit: string; rows: { account: string; now: number; approve: number; return: number }[] } | null;
  };
  reasons: { code: string; weight: number; sentence: string }[];
  signatures: { person: { id: string; name: string }; at: string }[];
  decisions: {
    person: { id: string; name: string };
    at: string;
    outcome: Outcome;
    reason: string | null;
    note: string | null;
  }[];
  can: Outcome[];
}
