/** What the API answers. Amounts are integers in the base unit that stands beside them; times are ISO 8601 in UTC. */
export type Kind = 'money' | 'goods' | 'time';
export const KINDS: readonly Kind[] = ['money', 'goods', 'time'];

export interface Page<T> { items: T[]; nextCursor: string | null }

export interface Named { code: string; name: string; nameRu: string; nameEn: string }
export interface Sphere extends Named { hintRu?: string }
export interface Category extends Named {
  sphere: string; kinds: Kind[]; defaultKind: Kind; defaultUnit: string; units: Record<Kind, string[]>; flags: string[]; saysStorage: boolean;
}
export interface Goods extends Named { category: string; defaultUnit: string; units: string[]; attributes: string[]; saysStorage: boolean }
export interface Unit extends Named {
  symbolRu: string; symbolEn: string; dimension: string; base: string; basePerUnit: number; forms: { one: string; few: string; many: string };
}
export interface Place extends Named {
  kind?: string; lat: number; lon: number; mapLat: number; mapLon: number; timeZone: string;
}

export interface NeedBalance { required: number; open: number; reserved: number; received: number; unit: string }
export interface OfferBalance { pledged: number; available: number; reserved: number; delivered: number; arrived: number; lost: number; released: number; unit: string }
/** Sums over needs, one line for each kind and base unit. */
export interface BalanceUnit extends NeedBalance { kind: Kind }
/** `needs` are open now; `share` is the mean share that they have received, in millionths. */
export interface BalanceItem { key: string; needs: number; share: number; withheld: boolean; units: BalanceUnit[] }
export interface Amount { amount: number; unit: string }

export interface OrganizationSummary { id: string; name: string; shortName: string; place?: string; status?: string }

/** `urls` are null until the worker has opened the file; `shown` is false while only its own side sees it. */
export interface Photo { id: string; status: 'waiting' | 'ready' | 'refused'; alt: string | null; urls: { small: string; large: string } | null; shown: boolean; reason: string | null }

export interface Need {
  id: string; version: number; photos: Photo[]; number: number; status: string; kind: Kind; category: string; sphere: string; item: string | null;
  title: string; description: string; organization: OrganizationSummary; place: string; remote: boolean;
  from: string | null; deadline: string; urgency: number; beneficiaries: number | null; beneficiaryGroups: string[]; skills: string[]; coldChain: boolean;
  autoAccept: boolean; discreet: boolean; unit: string; each: Amount | null; minQuantity: Amount | null; balance: NeedBalance;
  openedAt: string | null; createdAt: string; freshUntil: string | null; returnReason?: string | null; reportDueAt?: string | null; pendingEdit?: Record<string, unknown> | null; can: string[];
}

export interface Offer {
  id: string; version: number; photos: Photo[]; status: string; kind: Kind; category: string | null; item: string | null; title: string | null; description: string | null;
  unit: string; each: Amount | null; minLot: Amount | null; place: string | null; radiusKm: number | null; from: string | null; until: string;
  prefers: string[]; only: string[]; bestBefore: string | null; coldChain: boolean | null; balance: OfferBalance; createdAt: string; standingOfferId: string | null; can: string[];
  /** What it waits for before it enters any plan. */
  waiting: { for: 'confirmation' | 'review'; until: string; reasons: { code: string; sentence: string }[] } | null; returnReason: string | null; neverConfirmed: boolean;
}

export type Frequency = 'weekly' | 'monthly' | 'yearly';
/** What opens an offer at each of its dates. Days (`2026-12-05`) are of `timeZone`; `nextOn` is null while it is paused, and after the end. */
export interface StandingOffer {
  id: string; version: number; status: 'active' | 'paused' | 'ended'; kind: Kind; category: string | null; item: string | null; title: string | null; description: string | null;
  unit: string; each: Amount | null; amount: Amount; place: string | null; radiusKm: number | null; prefers: string[]; only: string[]; keepsDays: number | null; coldChain: boolean | null; onBehalfOf: string | null;
  frequency: Frequency; interval: number; firstOn: string; lastOn: string | null; times: number | null; timeZone: string; standsDays: number; nextOn: string | null; createdAt: string; can: string[];
}
export interface StandingDate { day: string; at: string; offer: { id: string; status: string; balance: OfferBalance } | null; skipped: string | null; sentence: string | null }

export interface MatchPart { part: string; value: number; weight: number; sentence: string }

export interface Match {
  id: string; status: string;
  /** Every part is a multiple of `step`, in `unit`. */
  offer: { id: string; donor: string; title: string | null; place: string | null; step: number };
  need: {
    id: string; number: number; status: string; title: string; kind: Kind; category: string; place: string; deadline: string;
    organization: { id: string; shortName: string }; open: number;
  };
  amount: number; unit: string; text: string; arrived: { amount: number; text: string; lost: number; lostText: string } | null; score: number; parts: MatchPart[]; deadline: string | null; reason: string | null;
  firstYes: string | null; acceptedAt: string | null; confirmedAt: string | null; endedAt: string | null; can: string[];
  /** What is the reader's to do and would be refused now, in the server's words. */
  cannot: { verb: string; code: string; sentence: string }[];
}

/** One message of a match; `text` is empty once it was taken away. */
export interface Message {
  id: string; at: string; from: 'donor' | 'organization'; text: string; removed: boolean; photo: Photo | null; read: boolean;
  reports: { from: 'donor' | 'organization'; reason: string; at: string }[]; can: string[];
}
/** `me` is the side of the reader; null: a moderator. */
export interface Talk extends Page<Message> { unread: number; me: 'donor' | 'organization' | null; can: string[] }

export interface Entry { id: string; at: string; kind: string; state: 'held' | 'posted' | 'voided'; amount: number; unit: string; match?: string | null }

export interface Session {
  person: { id: string; name: string; email: string; locale: string; emailConfirmed: boolean };
  memberships: { organization: OrganizationSummary; role: string }[];
  roles: string[];
  /** Roles on the platform sleep until a second factor is set up and passed. */
  secondFactorRequired: boolean;
  /** Wordings that the law requires consent to and that were changed since. */
  consentsAsked: { purpose: string; version: string }[];
}

export interface FunnelStep { condition: string; left: number; sentence: string }
/** Why a need has no proposals: the shortest true answer, and what would change it. */
export interface WhyNot { sentence: string; fits: number; funnel: FunnelStep[]; changes: { sentence: string }[] }
/** The same of an offer; `edit` is a body for its PATCH, null where the change is a new offer. */
export interface WhyNotOffer { sentence: string; fits: number; funnel: FunnelStep[]; changes: { change: string; sphere?: string; sentence: string; edit: Record<string, unknown> | null }[] }

/** Why this need and not another: those that lost to it in a clearing, or what stands beside it. */
export interface PassedOver {
  from: 'clearing' | 'not-kept' | 'at-once'; clearing: string | null; sentence: string;
  needs: { need: { id: string; title: string | null; category: string; place: string }; score: number; sentence: string }[];
}

export interface ConsentText { purpose: string; version: string; text: string }

export interface StatementEntry { id: string; at: string; kind: string; state: 'posted' | 'held' | 'voided' | 'promised' | 'lost'; amount: number; unit: string; item: string | null; match: string | null }
export interface StatementUnit { kind: Kind; unit: string; item?: string | null; opening: number; closing: number; entries: StatementEntry[] }
/** opening + arrived − takenBack = closing; what is promised is in no sum. */
export interface StatementSum { kind: Kind; unit: string; opening: number; arrived: number; takenBack: number; closing: number; promised: number }
export interface StatementHeld { id: string; at: string; kind: Kind; amount: number; unit: string; item: string | null; match: string | null }
export interface StatementMatch { id: string; title: string; need: { id: string; number: number; status: string } | null; organization: { id: string; shortName: string }; status: string }
export interface Statement {
  side: 'donor' | 'recipient'; from: string; to: string; timeZone: string; units: StatementUnit[]; sums: StatementSum[]; held: StatementHeld[]; matches: StatementMatch[]; verificationCode: string;
}
export interface StatementCheck {
  code: string; status: 'matches' | 'changed'; from: string; to: string; timeZone: string; issuedAt: string; newerEntries: boolean; sums: StatementSum[]; corrections: { at: string; unit: string; amount: number; of: string }[];
  units: { kind: Kind; unit: string; item?: string | null; opening: number; closing: number; entries: number }[];
}

export type Outcome = 'approve' | 'return' | 'escalate';
interface ReviewedAccount { bik: string; number: string; bankName: string; correspondent: string }
export interface Review {
  id: string; status: string; risk: number; openedAt: string; signaturesNeeded: number;
  subject: { type: 'organization' | 'need' | 'need_edit' | 'match' | 'account_change' | 'messages' | 'offer' | 'report' | 'complaint'; id: string; title: string; organization: { id: string; shortName: string } | null; need: { id: string; number: number; kind: Kind; category: string; amount: number | null; unit: string | null } | null; accounts: { before: ReviewedAccount; after: ReviewedAccount } | null;
    /** What would be read, with what was flagged; of a dispute whose words they are. */
    texts: { field: 'title' | 'description' | 'reason'; from: 'donor' | 'organization' | null; text: string; marks: { code: string; at: number; length: number }[] }[]; photos: Photo[];
    history: { verifiedAt: string | null; needs: number; returned: number; kept: number; broken: number } | null;
    effects: { unit: string; rows: { account: string; now: number; approve: number; return: number }[] } | null;
  };
  reasons: { code: string; weight: number; sentence: string }[];
  signatures: { person: { id: string; name: string }; at: string }[];
  decisions: { person: { id: string; name: string }; at: string; outcome: Outcome; reason: string | null; note: string | null }[];
  can: Outcome[];
}

/** Somebody's place in a shift, or in its queue (`position`, or `offeredUntil` once a place is kept for them). */
export interface SignUp {
  id: string; shift: string; status: 'signed_up' | 'waiting' | 'checked_in' | 'confirmed' | 'cancelled' | 'no_show'; position: number | null; offeredUntil: string | null; minutes: number | null; text: string | null; minutesReason: string | null;
  claimed: number | null; objection: string | null; objectedAt: string | null; endedReason: string | null; entered: boolean; people: number; consent: { age: number; status: 'waiting' | 'given' | 'refused' | 'lapsed'; until: string } | null; late: boolean; signedUpAt: string; checkedInAt: string | null; can: string[];
}
/** `meet` for those who have a place, `checkInCode` for the organization until it is cancelled. Times are said in `timeZone`. */
export interface Shift {
  id: string; version: number; status: 'planned' | 'cancelled'; need: { id: string; number: number; title: string; category: string; status: string }; organization: { id: string; shortName: string };
  from: string; until: string; timeZone: string; minutes: number; text: string; capacity: number; free: number; waiting: number; checkedIn: number; confirmed: number; place: string; remote: boolean; risks: string | null; gear: string | null;
  skills: string[]; series: { id: string; rule: string; lastOn: string | null; day: string; apart: boolean; goesOn: boolean; waits: 'room' | 'deadline' | null } | null;
  reason: string | null; meet?: string; checkInCode?: string; checkInQr?: { payload: string; svg: string }; signUp: SignUp | null; whyNot: { code: string; sentence: string } | null; can: string[];
}
export interface MyShift extends SignUp { at: Shift }
export interface ListedSignUp extends SignUp { name: string }
/** What a guardian is asked, by their link. */
export interface GuardianConsent {
  child: string; age: number; title: string; organization: string; from: string; until: string; timeZone: string; text: string; place: string; remote: boolean; meet: string; risks: string | null; gear: string | null;
  status: 'waiting' | 'given' | 'refused' | 'lapsed'; answerUntil: string; can: ('given' | 'refused')[];
}
/** Who could take a shift; a name only of whoever has been in one of the organization. */
export interface Candidate { person: string; name: string | null; missing: string[]; km: number | null; shifts: number; askedAt: string | null; lastAskedAt: string | null; can: string[] }
