import { createHash } from 'node:crypto';
import type { QueryClient } from '@tanstack/react-query';
import { newKey, Problem } from '../lib/api.js';
import { decimal } from '../lib/decimal.js';
import { KEY_FIELD, type PlainForm } from '../lib/plain-form.js';
import { complain, complaintKind } from '../features/moderation/api/complaints.js';
import { passSecondStep } from '../features/identity/api/account.js';
import { confirmEmail, signIn, signOut } from '../features/identity/api/session.js';
import { DECLINE_REASONS, matchVerb } from '../features/matching/api/matches.js';
import { list, liveOf } from '../features/catalogue/api/catalogue.js';
import { offerWithoutAccount } from '../features/offers/api/offers.js';
import { EMPTY_DRAFT } from '../features/offers/components/offer-draft.js';
import { amountSaid, draftOf, knownOf, requestFrom, type Lists } from '../features/offers/components/offer-plain.js';
import { donorOf, promiseGift } from '../features/payments/api/payments.js';

/** A form as it was sent without a script, of the page with this id. */
export interface Sent {
  readonly fields: URLSearchParams;
  readonly id: string;
  readonly client: QueryClient;
  /** The key of this try of these words: pressed twice it is one, with other words another. */
  readonly key: string;
}
/** Does what the form asks, by the same requests as the script of the page. Answers where that leads. */
export type TakesForm = (sent: Sent) => Promise<string>;

/** What stands in a field; undefined: nothing. */
const said = (fields: URLSearchParams, name: string): string | undefined => fields.get(name)?.trim() || undefined;

export const complaintForm: TakesForm = async ({ fields, key }) => {
  const { number, answered } = await complain(
    {
      about: said(fields, 'about'),
      kind: complaintKind(said(fields, 'kind')),
      text: said(fields, 'text') ?? '',
      email: said(fields, 'email'),
    },
    key,
  );
  return `/complaint?taken=${number}&answered=${answered}`;
};

export const giftForm: TakesForm = async ({ fields, id, key }) =>
  `/gifts/${(await promiseGift({ need: said(fields, 'need') ?? id, quantity: decimal(said(fields, 'quantity') ?? ''), unit: 'rub', anonymous: true, donor: donorOf(said(fields, 'email')) }, key)).code}`;

/** The code of the link of a mail, or the whole link as it was copied. */
export const confirmForm: TakesForm = async ({ fields, key }) => {
  const token = (said(fields, 'token') ?? '').replace(/^.*#(token=)?/s, '');
  await confirmEmail({ token, password: fields.get('password') || undefined }, key);
  return '/confirm-email?done=true';
};

/** First the password, then the code where one is asked for: of the app, or one for recovery, which is longer. A passkey needs a script. */
export const signInForm: TakesForm = async ({ fields, key }) => {
  if (fields.has('code')) {
    const code = said(fields, 'code') ?? '';
    await passSecondStep(/^[\d\s]+$/.test(code) ? { code: code.replace(/\s/g, '') } : { recoveryCode: code }, key);
    return '/plain';
  }
  const answer = await signIn({ email: said(fields, 'email') ?? '', password: fields.get('password') ?? '' }, key);
  return 'secondFactor' in answer ? '/sign-in?step=code' : '/plain';
};

/** Signs out, or answers a proposal. */
export const plainForm: TakesForm = async ({ fields, key }) => {
  const what = said(fields, 'do');
  if (what === 'sign-out') {
    await signOut();
    return '/';
  }
  const id = said(fields, 'match') ?? '';
  if (what === 'decline') {
    const reason = DECLINE_REASONS.find((one) => one === said(fields, 'reason')) ?? 'not-now';
    await matchVerb({ id, verb: 'decline', form: { reason } }, key);
    return '/plain?done=decline';
  }
  await matchVerb({ id, verb: 'accept', form: {} }, key);
  return '/plain?done=accept';
};

async function listsOf(client: QueryClient): Promise<Lists> {
  const [spheres, categories, goods, units, places] = await Promise.all(
    (['spheres', 'categories', 'goods', 'units', 'places'] as const).map((path) =>
      client.fetchQuery(list(path)).then(liveOf),
    ),
  );
  return { spheres, categories, goods, units, places } as unknown as Lists;
}

/** What was typed is read as the script reads it. A unit that the draft may not have is said to the API too, which names it: nothing else takes its place. */
export const offerForm: TakesForm = async ({ fields, client, key }) => {
  const draft = {
    ...EMPTY_DRAFT,
    ...draftOf(
      (name) => fields.get(name) ?? undefined,
      (name) => fields.getAll(name),
    ),
  };
  const known = knownOf(draft, await listsOf(client));
  const unit = draft.unit || known.unit?.code;
  const consents = fields
    .getAll('consents')
    .map((one) => one.split(' '))
    .map(([purpose = '', version = '']) => ({ purpose, version }));
  const sure = said(fields, 'sureOf') === amountSaid(draft, unit);
  await offerWithoutAccount(
    {
      ...requestFrom(known, draft),
      unit,
      email: said(fields, 'email') ?? '',
      name: said(fields, 'name') ?? '',
      consents,
      ...(sure ? { amountConfirmed: true } : {}),
    },
    key,
  );
  return '/offer?sent=true';
};

const MOST_FIELDS = 60;
/** Never put back into a page. */
const PASSWORD = 'password';

/** Sends a form. Answers where it led, or what was refused of it, with what was typed. */
export async function takeForm(
  takes: TakesForm,
  text: string,
  page: { id: string; client: QueryClient },
): Promise<{ readonly leads: string } | { readonly typed: PlainForm['values']; readonly refused: Problem }> {
  const fields = new URLSearchParams([...new URLSearchParams(text)].slice(0, MOST_FIELDS));
  const key = createHash('sha256').update(fields.toString()).digest('base64url'); // the key of the page is among them
  try {
    return { leads: await takes({ ...page, fields, key: said(fields, KEY_FIELD) === undefined ? newKey() : key }) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      typed: Object.fromEntries(
        [...new Set(fields.keys())].filter((name) => name !== PASSWORD).map((name) => [name, fields.getAll(name)]),
      ),
      refused: error,
    };
  }
}

/** What the page's form begins with, or goes on with. */
export const formOfPage = (
  path: string,
  { typed = {}, refused = null }: { typed?: PlainForm['values']; refused?: Problem | null },
): PlainForm => ({
  path,
  key: newKey(),
  values: typed,
  refused: refused && {
    status: refused.status,
    code: refused.code,
    message: refused.message,
    retryAfterSeconds: refused.retryAfterSeconds,
    fields: refused.fields,
  },
});
