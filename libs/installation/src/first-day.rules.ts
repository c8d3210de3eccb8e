import { DAY_MS } from '#kernel';

/** Everything that has to be so before an installation can serve people, in the order in which it is done. */
export const STEPS = [
  'administrators',
  'moderators',
  'mail',
  'operator',
  'backup',
  'address',
  'cards',
  'places',
  'catalogue',
  'texts',
] as const;
export type StepCode = (typeof STEPS)[number];
/** By what it is for: the first organization, losing nothing, the region. */
export type StepGroup = 'opening' | 'keeping' | 'region';
/** `waits`: it cannot be done before another one. */
export type StepState = 'done' | 'warning' | 'missing' | 'failed' | 'waits';

export interface Step {
  readonly code: StepCode;
  readonly group: StepGroup;
  readonly state: StepState;
  /** Whether the installation is not ready without it. */
  readonly required: boolean;
  /** Which sentence says it: see `first-day-sentences.rules.ts`. */
  readonly say: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** What is done about it outside of the pages; null where nothing is, or where a page does it. */
  readonly outside: Outside | null;
}

/** A command or a setting, and the page of the documentation that tells how. */
export interface Outside {
  readonly write: string;
  readonly documentation: string;
}

export interface Staffed {
  readonly all: number;
  readonly awake: number;
}

/** What the last test mail met; only one that was sent with the settings of now. */
export interface MailTry {
  readonly at: Date;
  readonly ok: boolean;
  readonly code: string;
  readonly text: string;
}

/** What is known of an installation. */
export interface InstallationFacts {
  readonly now: Date;
  readonly administrators: Staffed & { readonly withSecondFactor: number };
  readonly moderators: Staffed;
  readonly secondFactorRequired: boolean;
  /** `host` is the server's name and port; null: none is set up. */
  readonly mail: { readonly host: string | null; readonly lastTry: MailTry | null; readonly waiting: number };
  /** What is not known of the operator yet, and the name. */
  readonly operator: { readonly name: string | null; readonly missing: readonly string[] };
  readonly backupAt: Date | null;
  readonly publicUrl: string;
  /** Whether keys of Stripe are set, and whether Stripe has told of anything in the 90 days for which its events are kept. */
  readonly cards: { readonly keys: boolean; readonly heard: boolean };
  readonly places: { readonly count: number; readonly timeZone: string | null };
  readonly categories: number;
  /** Texts that must be published and are not. */
  readonly textsMissing: readonly string[];
}

/** Two signatures need two moderators, and nobody decides about their own organization. */
const MODERATORS = 2;
/** A backup every day: one may fail. */
const BACKUP_DAYS = 2;

const OPERATIONS = 'docs/operations.md';
/** What the endpoint at Stripe is to send. */
export const ENDPOINT_EVENTS = [
  'account.updated',
  'charge.*',
  'payment_intent.*',
  'payment_method.*',
  'payout.*',
  'refund.*',
  'setup_intent.*',
] as const;
/** By what is said of a step: see `say`. */
const OUTSIDE: Readonly<Record<string, Outside>> = {
  'administrators.none': { write: 'lepta create-admin', documentation: OPERATIONS },
  'mail.none': { write: 'SMTP_URL=smtp://…', documentation: 'docs/how-to/send-mail.md' },
  'backup.none': { write: 'lepta backup', documentation: OPERATIONS },
  'backup.old': { write: 'lepta backup', documentation: OPERATIONS },
  'address.local': { write: 'PUBLIC_URL=https://…', documentation: OPERATIONS },
  'address.plain': { write: 'PUBLIC_URL=https://…', documentation: OPERATIONS },
  'cards.none': { write: 'STRIPE_SECRET_KEY=sk_…', documentation: 'docs/how-to/take-cards.md' },
  'cards.silent': { write: 'STRIPE_WEBHOOK_SECRET=whsec_…', documentation: 'docs/how-to/take-cards.md' },
  'places.none': { write: 'lepta seed --region DIR', documentation: 'docs/how-to/set-up-another-region.md' },
  'catalogue.none': { write: 'lepta seed', documentation: OPERATIONS },
};

type Found = Pick<Step, 'state' | 'say'> & { readonly params?: Step['params'] };

const RULES: Readonly<
  Record<
    StepCode,
    { readonly group: StepGroup; readonly required: boolean; readonly of: (facts: InstallationFacts) => Found }
  >
> = {
  administrators: { group: 'opening', required: true, of: administrators },
  moderators: { group: 'opening', required: true, of: moderators },
  mail: { group: 'opening', required: true, of: mail },
  operator: { group: 'opening', required: true, of: operator },
  backup: { group: 'keeping', required: false, of: backup },
  address: { group: 'keeping', required: false, of: address },
  cards: { group: 'keeping', required: false, of: cards },
  places: { group: 'region', required: true, of: places },
  catalogue: {
    group: 'region',
    required: true,
    of: ({ categories: count }) =>
      count === 0 ? { state: 'missing', say: 'none' } : { state: 'done', say: 'done', params: { count } },
  },
  texts: { group: 'region', required: true, of: texts },
};

/** The state of every step, no matter who asks: the page and `lepta doctor`. */
export function firstDay(facts: InstallationFacts): Step[] {
  return STEPS.map((code) => {
    const { group, required, of } = RULES[code];
    const { state, say, params = {} } = of(facts);
    const said = `${code}.${say}`;
    return { code, group, required, state, say: said, params, outside: OUTSIDE[said] ?? null };
  });
}

const stands = ({ state }: Step): boolean => state === 'done' || state === 'warning';

/** Whether everything that is required is there. */
export function isReady(steps: readonly Step[]): boolean {
  return steps.every((step) => !step.required || stands(step));
}

/** What visitors can do so far; `because` names the step that stands in the way. */
export const ABILITIES = ['look', 'draft', 'be-verified', 'register'] as const;
export type Ability = (typeof ABILITIES)[number];
const NEEDED: Readonly<Record<Ability, readonly StepCode[]>> = {
  look: ['places', 'catalogue'],
  draft: ['places', 'catalogue', 'mail'],
  'be-verified': ['moderators'],
  register: ['mail'],
};

export function abilities(steps: readonly Step[]): { readonly code: Ability; readonly because: StepCode | null }[] {
  return ABILITIES.map((code) => ({
    code,
    because: NEEDED[code].find((needed) => steps.some((step) => step.code === needed && !stands(step))) ?? null,
  }));
}

function administrators({
  administrators: { all, awake, withSecondFactor },
  secondFactorRequired,
}: InstallationFacts): Found {
  if (awake === 0)
    return { state: 'missing', say: all === 0 ? 'none' : secondFactorRequired ? 'asleep' : 'unconfirmed' };
  const without = all - withSecondFactor;
  return without > 0
    ? { state: 'warning', say: 'no-factor', params: { count: without } }
    : { state: 'done', say: 'done', params: { count: all } };
}

function moderators({ moderators: { all, awake } }: InstallationFacts): Found {
  if (awake === 0)
    return all === 0 ? { state: 'missing', say: 'none' } : { state: 'missing', say: 'asleep', params: { count: all } };
  return awake < MODERATORS
    ? { state: 'warning', say: 'one' }
    : { state: 'done', say: 'done', params: { count: awake } };
}

function mail({ mail: { host, lastTry, waiting } }: InstallationFacts): Found {
  if (host === null) return { state: 'missing', say: 'none' };
  if (lastTry === null) return { state: 'missing', say: 'not-tried', params: { host } };
  if (!lastTry.ok)
    return { state: 'failed', say: 'refused', params: { host, code: lastTry.code, text: lastTry.text, waiting } };
  return waiting > 0
    ? { state: 'warning', say: 'waiting', params: { host, waiting } }
    : { state: 'done', say: 'done', params: { host } };
}

function operator({ operator: { name, missing } }: InstallationFacts): Found {
  return missing.length > 0 || name === null
    ? { state: 'missing', say: 'incomplete' }
    : { state: 'done', say: 'done', params: { name } };
}

function backup({ now, backupAt }: InstallationFacts): Found {
  if (backupAt === null) return { state: 'missing', say: 'none' };
  const days = Math.floor((now.getTime() - backupAt.getTime()) / DAY_MS);
  return days >= BACKUP_DAYS
    ? { state: 'warning', say: 'old', params: { days } }
    : { state: 'done', say: 'done', params: { at: backupAt.toISOString() } };
}

function address({ publicUrl }: InstallationFacts): Found {
  const { protocol, hostname } = new URL(publicUrl);
  const params = { url: publicUrl };
  if (hostname === 'localhost' || /^(127\.|\[::1\])/.test(hostname)) return { state: 'warning', say: 'local', params };
  return protocol === 'https:' ? { state: 'done', say: 'done', params } : { state: 'failed', say: 'plain', params };
}

/** An installation without cards lacks nothing; one with keys that never hears of a payment does. */
function cards({ cards: { keys, heard }, publicUrl }: InstallationFacts): Found {
  if (!keys) return { state: 'done', say: 'none' };
  const params = {
    url: new URL('/api/v1/webhooks/stripe', publicUrl).href,
    events: ENDPOINT_EVENTS.join(', '),
  };
  return heard ? { state: 'done', say: 'done', params } : { state: 'warning', say: 'silent', params };
}

function places({ places: { count, timeZone } }: InstallationFacts): Found {
  return count === 0 || timeZone === null
    ? { state: 'missing', say: 'none' }
    : { state: 'done', say: 'done', params: { count, timeZone } };
}

function texts(facts: InstallationFacts): Found {
  if (facts.textsMissing.length === 0) return { state: 'done', say: 'done' };
  return operator(facts).state === 'done'
    ? { state: 'missing', say: 'unpublished', params: { count: facts.textsMissing.length } }
    : { state: 'waits', say: 'waits' };
}
