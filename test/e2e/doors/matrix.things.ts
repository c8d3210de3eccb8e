import { createHash, randomBytes } from 'node:crypto';
import { newId } from '#kernel';
import { unsubscribeToken } from '#notifications';
import { photoKey } from '#photos';
import { Env } from '#host';
import { Files, LinkToken } from '#platform';
import { readMails } from '../../support/mails.js';
import { ACCOUNT, inDays, ok, verifiedOrganization } from '../../support/region.js';
import {
  bankStatement,
  issuedRegister,
  MONEY_NEED,
  MONEY_THINGS,
  nobodysSurplus,
  pledgeOf,
  promisedGift,
} from './matrix.money.js';
import { MESSAGES } from './matrix.messages.js';
import { DELIVERY_NOUNS, DELIVERY_THINGS } from './matrix.deliveries.js';
import { REPORT_THINGS } from './matrix.reports.js';
import { STOCK_OF_NOUN, STOCK_THINGS } from './matrix.stock.js';
import { ENTRIES, SORTS_OF_ENTRIES } from './catalogue.things.js';
import { MAIL_WORDS, PRIVATE_NEED, SIGNED_IN, type Cast, type Role } from './cast.js';
import { checkOf, groupOf, organizationOf, ownCheck, papersAt, walkInOf, type Holes } from './matrix.organizations.js';

/** Makes a thing for one try of one role. */
export type Thing = (cast: Cast, role: Role) => Promise<Holes>;
type Things = Readonly<Record<string, Thing>>;

const never: Thing = async () => ({ id: newId() });
/** Where there are things within things: one that never was within a known organization, and within one that never was. */
const NEVER: Things = { never: async (cast) => ({ id: await organizationOf(cast, 'verified') }), nowhere: never };
const at =
  (make: (cast: Cast, role: Role) => Promise<string>): Thing =>
  async (cast, role) => ({ id: await make(cast, role) });

// prettier-ignore
const ORGANIZATIONS: Things = {
  draft: at((cast) => organizationOf(cast, 'draft')), verified: at((cast) => organizationOf(cast, 'verified')), suspended: at((cast) => organizationOf(cast, 'suspended')), group: at((cast) => groupOf(cast)), never,
};
/** `private` is open and of a category whose words only the parties read; `gone` was taken back before anybody else saw it. */
const NEEDS: Things = {
  open: at((cast) => cast.need('open')),
  private: at((cast) => cast.need('open', PRIVATE_NEED)),
  draft: at((cast) => cast.need('draft')),
  gone: at(async (cast) => {
    const id = await cast.need('draft');
    ok(await cast.as('coordinator').post(`/needs/${id}/withdraw`));
    return id;
  }),
  never,
};
const OFFERS: Things = {
  open: at((cast) => cast.offer()),
  gone: at(async (cast) => {
    const id = await cast.offer();
    ok(await cast.as('donor').post(`/offers/${id}/withdraw`));
    return id;
  }),
  never,
};
const STANDING: Things = {
  active: at((cast) => cast.standing('active')),
  paused: at((cast) => cast.standing('paused')),
  ended: at((cast) => cast.standing('ended')),
  never,
};
// prettier-ignore
const MATCHES: Things = {
  proposed: at((cast) => cast.match('proposed')), held: at((cast) => cast.match('held')), delivered: at((cast) => cast.match('delivered')), gone: at((cast) => cast.match('declined')), never,
  private: at((cast) => cast.match('accepted', PRIVATE_NEED)),
};

/** A private need before both have said yes, and after it is over; and the proposal of a person whose address was never confirmed. */
const MORE_MATCHES: Things = {
  'private held': at((cast) => cast.match('held', PRIVATE_NEED)),
  'private gone': at((cast) => cast.match('cancelled', PRIVATE_NEED)),
  "newcomer's": at((cast) => cast.match('proposed', {}, 'unconfirmed')),
};

const STATES = {
  'to come': 'signed_up',
  begun: 'begun',
  waiting: 'waiting',
  offered: 'offered',
  'checked in': 'checked_in',
  confirmed: 'confirmed',
  cancelled: 'cancelled',
} as const;
const SIGN_UPS: Things = {
  ...Object.fromEntries(Object.entries(STATES).map(([name, status]) => [name, at((cast) => cast.signUp(status))])),
  never,
};
/** Things by the noun of an address. */
// prettier-ignore
const OF_NOUN: Readonly<Record<string, Things>> = {
  ...DELIVERY_NOUNS,
  shifts: { planned: at((cast) => cast.shift()), cancelled: at((cast) => cast.shift('cancelled')), never }, 'sign-ups': SIGN_UPS,
  calendars: { issued: async (cast) => ({ token: ok(await cast.as('donor').post('/me/calendar'), 201).body.url.split('/').at(-2) as string }), never: async () => ({ token: 'x'.repeat(43) }) },
  ...STOCK_OF_NOUN, needs: NEEDS, offers: OFFERS, 'standing-offers': STANDING, matches: MATCHES, organizations: ORGANIZATIONS,
  people: { somebody: at(async (cast) => (await cast.api.person()).personId), never },
  'erasure-requests': { waiting: at((cast) => askedToErase(cast)), refused: at((cast) => askedToErase(cast, 'Просит не сам')), never },
  texts: { published: async (cast) => (await cast.source.query(`INSERT INTO published_texts (purpose, version, ru, en, published_at) VALUES ('news', '1', 'Новости', 'News', now()) ON CONFLICT DO NOTHING`), { purpose: 'news' }), never: async () => ({ purpose: 'nothing' }) },
  reviews: { open: at((cast) => cast.review()), 'of a private need': at((cast) => cast.review(PRIVATE_NEED)), never },
  appeals: { refused: at((cast) => cast.refused()), 'of a private need': at((cast) => cast.refused(PRIVATE_NEED)), never },
  'api-keys': { "donor's": at(async (cast) => ok(await cast.as('donor').post('/api-keys', { name: 'ключ' }), 201).body.id), never },
  consents: { "donor's": at(consentOf), never }, notifications: { "donor's": at(notificationOf), never },
  sessions: { own: at((cast, role) => sessionOf(cast, SIGNED_IN.includes(role) ? role : 'donor')), "another's": at((cast, role) => sessionOf(cast, role === 'giver' ? 'person' : 'giver')), never },
  passkeys: { own: at((cast, role) => passkeyOf(cast, SIGNED_IN.includes(role) ? role : 'donor')), "another's": at((cast, role) => passkeyOf(cast, role === 'giver' ? 'person' : 'giver')), never },
  clearings: { done: at(doneClearing), 'of a private need': at(privateClearing), never },
  mails: { failed: at(failedMail), linked: at((cast) => linkedMail(cast, 'donor')), 'of staff': at((cast) => linkedMail(cast, 'moderator')), never },
  jobs: { 'given up': givenUpJob, never: async () => ({ factId: newId(), job: 'notifications.proposals' }) },
  photos: {
    'of an open need': async (cast) => photoFile(cast, 'need_id', await cast.need('open')), 'of a draft': async (cast) => photoFile(cast, 'need_id', await cast.need('draft')), 'of a private need': async (cast) => photoFile(cast, 'need_id', await cast.need('open', PRIVATE_NEED)),
    'of an offer': async (cast) => photoFile(cast, 'offer_id', await cast.offer()), never: async () => ({ id: newId(), file: '480.webp' }),
  },
  ...Object.fromEntries((['statement', 'hours'] as const).map((paper) => [paper === 'hours' ? paper : 'statements', { issued: async (cast: Cast) => ({ code: ok(await cast.as('donor').get(`/me/${paper}`)).body.verificationCode }), never: async () => ({ code: '7KQ2-M0XD-9TRB-41WZ-5' }) }])),
  gifts: { promised: async (cast) => ({ code: await promisedGift(cast) }), never: async () => ({ code: 'LP-0000-0000-0' }) },
  'gift-papers': { issued: async (cast) => ({ code: await issuedRegister(cast) }), never: async () => ({ code: '7KQ2-M0XD-9TRB-41WZ-5' }) }, 'bank-statements': { imported: at(async (cast) => (await bankStatement(cast)).id), never },
  'bank-rows': { waiting: at(async (cast) => (await bankStatement(cast)).toDecide[0].id), never }, surplus: { nobodys: at(nobodysSurplus), never }, pledges: { active: at(pledgeOf), never }, 'pledge-transfers': { never },
  unsubscribe: { mailed: async (cast) => ({ token: unsubscribeToken({ personId: cast.as('donor').personId, kind: 'proposal' }, cast.api.app.get(Env).SESSION_SECRET as string) }), never: async () => ({ token: 'x'.repeat(60) }) },
};

/** Things within things, by what stands under their address. */
// prettier-ignore
const WITHIN: Readonly<Record<string, Things>> = {
  '/people/{id}/grants/{grant}': { held: (cast) => cast.grant(`'moderator', 'platform', NULL`), 'of an organization': (cast) => cast.grant(`'accountant', 'organization', $3`), never: at(async (cast) => (await cast.api.person()).personId), nowhere: never },
  '/organizations/{id}/members/{person}': { 'of a draft': memberOf('draft'), 'of a verified one': memberOf('verified'), ...NEVER },
  '/organizations/{id}/invitations/{invitation}': { 'of a draft': invitationOf('draft'), 'of a verified one': invitationOf('verified'), ...NEVER },
  '/organizations/{id}/documents/{document}': { 'of a draft': documentOf('draft'), 'of a verified one': documentOf('verified'), "another's": elsewhere, ...NEVER },
  '/organizations/{id}/walk-ins/{walkIn}': { 'of a verified one': walkInOf, ...NEVER }, '/organizations/{id}/checks/{check}': { 'of a verified one': checkOf('verified'), ...NEVER },
  '/organizations/{id}/checks': { 'of a draft': papersAt('draft'), 'of a verified one': papersAt('verified'), never: async (cast) => ({ ...(await papersAt('draft')(cast)), id: newId() }) },
  '/me/statement/matches/{id}': { held: at((cast) => cast.match('held')), never }, '/me/checks/{id}': { "donor's": ownCheck, never },
  '/me/donations/{id}/certificate.pdf': { 'to a verified one': at((cast) => organizationOf(cast, 'verified')), never }, '/organizations/{id}/account-change/cancel': { asked: at(accountChange), ...NEVER },
  '/needs/{id}/photos/{photo}': { 'of an open need': async (cast) => photoOf(cast, 'need_id', await cast.need('open')), 'of a draft': async (cast) => photoOf(cast, 'need_id', await cast.need('draft')), 'of a private need': async (cast) => photoOf(cast, 'need_id', await cast.need('open', PRIVATE_NEED)), never: at((cast) => cast.need('open')), nowhere: never },
  '/offers/{id}/photos/{photo}': { 'of an offer': async (cast) => photoOf(cast, 'offer_id', await cast.offer()), never: at((cast) => cast.offer()), nowhere: never },
  '/matches/{id}/messages/{message}': MESSAGES, '/matches/{id}/messages/read': MESSAGES,
  '/credentials/keys/{kid}': { never: async () => ({ kid: 'x'.repeat(43) }) },
  '/weights/changes/{id}': { returned: at(returnedWeights), never },
  '/guardian-consents': { never: async () => ({ token: 'x'.repeat(43) }) },
  '/need-renewals': { mailed: async (cast) => ({ token: await renewalLink(cast) }), 'mailed about a private need': async (cast) => ({ token: await renewalLink(cast, PRIVATE_NEED) }), never: async () => ({ token: 'x'.repeat(43) }) },
  '/invitations/accept': {
    own: async (cast, role) => ({ token: await invitationToken(cast, role) }), "another's": async (cast) => ({ token: await invitationToken(cast) }), never: async () => ({ token: 'x'.repeat(43) }) },
  '/invitations/look': { mailed: async (cast) => ({ token: await invitationToken(cast) }), never: async () => ({ token: 'x'.repeat(43) }) },
};

const TIME_NEEDS: Things = {
  open: at((cast) => cast.timeNeed()),
  draft: at((cast) => cast.timeNeed('draft')),
  private: at((cast) => cast.timeNeed('open', PRIVATE_NEED)),
  'of things': at((cast) => cast.need('open')),
  never,
};

/** What lists are asked about, and what a form names: the same look-alike rule holds for what stands in a question or in a body. */
// prettier-ignore
const NAMED: Readonly<Record<string, Things>> = {
  ...SORTS_OF_ENTRIES, ...DELIVERY_THINGS, ...REPORT_THINGS, ...MONEY_THINGS, ...STOCK_THINGS,
  'GET /api/v1/needs': { all: asked(async () => 'limit=200'), private: asked(async (cast) => ((await cast.need('open', PRIVATE_NEED)), 'limit=200&category=relief-violence')), 'of an organization': asked(async (cast) => `organization=${cast.organization}`), 'of a draft organization': asked(async (cast) => `organization=${await organizationOf(cast, 'draft')}`), never: asked(async () => `organization=${newId()}`) },
  'GET /api/v1/needs/duplicates': { private: duplicates(async (cast) => ((await cast.need('open', PRIVATE_NEED)), cast.foreignOrganization), 'relief-violence'), 'of an organization': duplicates(async (cast) => cast.organization), 'of a draft organization': duplicates((cast) => organizationOf(cast, 'draft')), never: duplicates(async () => newId()) },
  'GET /api/v1/offers': { own: asked(async () => ''), 'of a person who came by': asked(async (cast) => `onBehalfOf=${(await walkInOf(cast)).walkIn}`), 'of all who came by': asked(async (cast) => `enteredBy=${cast.organization}`), 'of an organization': asked(async (cast) => `onBehalfOf=${cast.organization}`), 'of a draft organization': asked(async (cast) => `onBehalfOf=${await organizationOf(cast, 'draft')}`), never: asked(async () => `onBehalfOf=${newId()}`) },
  'GET /api/v1/standing-offers': { own: asked(async () => ''), 'of an organization': asked(async (cast) => `onBehalfOf=${cast.organization}`), 'of a draft organization': asked(async (cast) => `onBehalfOf=${await organizationOf(cast, 'draft')}`), never: asked(async () => `onBehalfOf=${newId()}`) },
  'GET /api/v1/needs/{id}/shifts': TIME_NEEDS, 'POST /api/v1/needs/{id}/shifts': TIME_NEEDS,
  'GET /api/v1/matches': {
    'of an organization': asked(async (cast) => `organization=${cast.organization}`), 'of a need': asked(async (cast) => `need=${await cast.need('open')}`), 'of a draft': asked(async (cast) => `need=${await cast.need('draft')}`),
    'of a private need': asked(async (cast) => `need=${await cast.need('open', PRIVATE_NEED)}`),
    'of an offer': asked(async (cast) => `offer=${await cast.offer()}`), never: asked(async () => `offer=${newId()}`), 'no need': asked(async () => `need=${newId()}`), 'no organization': asked(async () => `organization=${newId()}`),
  },
  'GET /api/v1/mails': { "holding somebody's mail": asked(async (cast) => ((await failedMail(cast)), 'limit=200')) },
  'GET /api/v1/matches/{id}': { ...MATCHES, ...MORE_MATCHES }, 'GET /api/v1/matches/{id}/passed-over': { ...MATCHES, ...MORE_MATCHES }, 'POST /api/v1/matches/{id}/accept': { ...MATCHES, ...MORE_MATCHES },
  'POST /api/v1/needs/{id}/gifts': { 'of goods': NEEDS.open as Thing, money: at((cast) => cast.need('open', MONEY_NEED)), private: at((cast) => cast.need('open', { ...MONEY_NEED, category: 'relief-violence' })), draft: at((cast) => cast.need('draft', MONEY_NEED)), never },
  'GET /api/v1/organizations/{id}/hours': { verified: ORGANIZATIONS.verified as Thing, draft: ORGANIZATIONS.draft as Thing, never },
  'GET /api/v1/organizations/{id}/shifts': { verified: ORGANIZATIONS.verified as Thing, draft: ORGANIZATIONS.draft as Thing, never }, 'PUT /api/v1/organizations/{id}/bank-columns': { verified: ORGANIZATIONS.verified as Thing, draft: ORGANIZATIONS.draft as Thing, never }, 'POST /api/v1/organizations/{id}/pledges': { verified: ORGANIZATIONS.verified as Thing, draft: ORGANIZATIONS.draft as Thing, never }, 'POST /api/v1/organizations/{id}/bank-statements': { verified: ORGANIZATIONS.verified as Thing, draft: ORGANIZATIONS.draft as Thing, never },
  ...Object.fromEntries(['link', 'look'].map((deed) => [`POST /api/v1/organizations/{id}/card-account/${deed}`, { verified: ORGANIZATIONS.verified as Thing, draft: ORGANIZATIONS.draft as Thing, never }])),
  ...Object.fromEntries(['bank-statements', 'bank-month', 'pledges', 'bank-rows', 'bank-columns', 'bank-rows/decided', 'answers', 'hand-overs', 'transfer-papers', 'shifts/week', 'surplus', 'gifts.csv', 'gifts.xlsx', 'gifts.pdf', 'donation-terms', 'donation-terms.pdf', 'card-account', 'card-entries'].map((list) => [`GET /api/v1/organizations/{id}/${list}`, { verified: ORGANIZATIONS.verified as Thing, draft: ORGANIZATIONS.draft as Thing, never }])),
  'GET /api/v1/me/statement': statements(), 'GET /api/v1/me/statement.csv': statements(), 'GET /api/v1/me/statement/year': statements(), 'GET /api/v1/me/statement/year.csv': statements(), 'GET /api/v1/me/statement.pdf': statements(), 'GET /api/v1/me/statement.xlsx': statements(),
  'POST /api/v1/needs': { 'for an organization': async (cast) => ({ organization: cast.organization }), private: async (cast) => ({ organization: cast.organization, private: 'yes' }), 'for a draft organization': async (cast) => ({ organization: await organizationOf(cast, 'draft') }), never: async () => ({ organization: newId() }) },
  'POST /api/v1/standing-offers': { own: async () => ({}), 'for an organization': async (cast) => ({ onBehalfOf: cast.organization }), 'for a draft organization': async (cast) => ({ onBehalfOf: await organizationOf(cast, 'draft') }), never: async () => ({ onBehalfOf: newId() }) },
  'POST /api/v1/offers': { own: async () => ({}), 'of a person who came by': async (cast) => ({ onBehalfOf: (await walkInOf(cast)).walkIn as string }), 'for an organization': async (cast) => ({ onBehalfOf: cast.organization }), 'for a draft organization': async (cast) => ({ onBehalfOf: await organizationOf(cast, 'draft') }), never: async () => ({ onBehalfOf: newId() }) },
};

function asked(query: (cast: Cast) => Promise<string>): Thing {
  return async (cast) => ({ query: `?${await query(cast)}` });
}

function duplicates(organization: (cast: Cast) => Promise<string>, category = 'relief-household'): Thing {
  return asked(
    async (cast) =>
      `organization=${await organization(cast)}&title=${encodeURIComponent('Обогреватели')}&category=${category}&place=selemdzhinsky`,
  );
}

function statements(): Things {
  return {
    own: asked(async () => ''),
    'of an organization': asked(async (cast) => `organization=${cast.organization}`),
    never: asked(async () => `organization=${newId()}`),
  };
}

/** Codes of the catalogue, which everybody knows. */
const KNOWN: Holes = {
  spheres: 'relief',
  categories: 'relief-household',
  goods: 'heater',
  units: 'kg',
  places: 'selemdzhinsky',
  skills: 'loading',
  'beneficiary-groups': 'large-families',
};

/** What an operation is tried on: its own, hidden, gone and never made; `-` where it is about nothing. */
export function thingsFor({ name, path }: { readonly name: string; readonly path: string }): Things {
  const named = NAMED[name];
  if (named) return named;
  const parts = path.split('/').slice(3);
  if (path.startsWith('/api/v1/admin/catalogue/{type}/{code}')) return ENTRIES;
  const within = Object.entries(WITHIN).find(([address]) => path.slice('/api/v1'.length).startsWith(address));
  if (within) return within[1];
  const noun = parts.find((part) => part in OF_NOUN);
  if (path.includes('{') && noun) return OF_NOUN[noun] as Things;
  const code = KNOWN[parts[0] ?? ''];
  if (path.includes('{code}') && code)
    return { known: async () => ({ code }), never: async () => ({ code: 'no-such-code' }) };
  if (path.includes('{')) throw new Error(`${path}: nobody has said what it is about`);
  return { '-': async () => ({}) };
}

async function consentOf(cast: Cast): Promise<string> {
  const text = ok(await cast.as('donor').get('/consent-texts')).body.items[0];
  return ok(await cast.as('donor').post('/me/consents', { purpose: text.purpose, version: text.version }), 201).body.id;
}

async function notificationOf(cast: Cast): Promise<string> {
  const id = newId();
  await cast.source.query(
    `INSERT INTO notifications (id, person_id, kind, template, subject_type, subject_id, path, ru, en) VALUES ($1, $2, 'match', 'match-held', 'match', $1, '/matches', 'Да', 'Yes')`,
    [id, cast.as('donor').personId],
  );
  return id;
}

/** Another session of a person, as the list of sessions calls it. */
async function sessionOf(cast: Cast, role: Role): Promise<string> {
  const sid = randomBytes(24).toString('base64url');
  const { personId } = cast.as(role);
  await cast.source.query(`INSERT INTO sessions (sid, sess, expire) VALUES ($1, $2, now() + interval '1 day')`, [
    sid,
    { cookie: {}, personId, accessVersion: 0, signedInAt: Date.now() - 1, renewedAt: Date.now() },
  ]);
  const hash = createHash('sha256')
    .update(sid)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{12})./, '$18')
    .replace(/^(.{16})./, '$18');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function passkeyOf(cast: Cast, role: Role): Promise<string> {
  const id = newId();
  await cast.source.query(
    `INSERT INTO passkeys (id, person_id, credential_id, public_key, counter, transports, name, created_at) VALUES ($1, $2, $3, '\\x00', 0, '{}', 'телефон', now())`,
    [id, cast.as(role).personId, id],
  );
  return id;
}

async function failedMail(cast: Cast): Promise<string> {
  const id = newId();
  await cast.source.query(
    `INSERT INTO mails (id, person_id, template, locale, subject, body, status, tries, failed_reason) VALUES ($1, $2, 'sign-in', 'ru', $3, $3, 'failed', 8, '550')`,
    [id, cast.as('donor').personId, MAIL_WORDS],
  );
  return id;
}

/** It waits with a link that gives an account to the person who opens it. */
async function linkedMail(cast: Cast, reader: Role): Promise<string> {
  const id = newId();
  const token = new LinkToken(cast.api.app.get(Env).SESSION_SECRET, new Date(inDays(1)));
  const { sealed, until } = LinkToken.seal(id, [token]) ?? {};
  await cast.source.query(
    `INSERT INTO mails (id, person_id, template, locale, subject, body, status, sealed, sealed_until, searched) VALUES ($1, $2, 'reset-password', 'ru', 'Новый пароль', $3, 'ready', $4, $5, true)`,
    [id, cast.as(reader).personId, `https://lepta.example/reset-password#${String(token)}`, sealed, until],
  );
  return id;
}

async function givenUpJob(cast: Cast): Promise<Holes> {
  const factId = newId();
  await cast.source.query(`INSERT INTO facts (id, type, payload) VALUES ($1, 'offer.posted', '{}')`, [factId]);
  await cast.source.query(
    `INSERT INTO fact_jobs (fact_id, job, failed_at, failed_code) VALUES ($1, 'notifications.proposals', now(), 'Error')`,
    [factId],
  );
  return { factId, job: 'notifications.proposals' };
}

async function photoOf(cast: Cast, of: 'need_id' | 'offer_id', id: string): Promise<Holes> {
  const photo = newId();
  await cast.source.query(
    `INSERT INTO photos (id, ${of}, position, status, type, bytes, width, height, shown_at, created_by, created_at, processed_at) VALUES ($1, $2, 0, 'ready', 'image/png', 1, 1, 1, now(), $1, now(), now())`,
    [photo, id],
  );
  return { id, photo };
}

async function photoFile(cast: Cast, of: 'need_id' | 'offer_id', id: string): Promise<Holes> {
  const { photo } = await photoOf(cast, of, id);
  await cast.api.app.get(Files).put(photoKey(photo as string, 480), Buffer.from('RIFF'), 'image/webp');
  return { id: photo as string, file: '480.webp' };
}

function memberOf(status: string): Thing {
  return async (cast) => ({ id: await organizationOf(cast, status), person: cast.as('accountant').personId });
}

function invitationOf(status: string): Thing {
  return async (cast) => {
    const id = await organizationOf(cast, status);
    return {
      id,
      invitation: ok(
        await cast
          .as('owner')
          .post(`/organizations/${id}/invitations`, { email: `i${newId()}@example.org`, role: 'coordinator' }),
        201,
      ).body.id,
    };
  };
}

function documentOf(status: string): Thing {
  return async (cast) => {
    const [id, document] = [await organizationOf(cast, status), newId()];
    await cast.api.app.get(Files).put(`documents/${document}.pdf`, Buffer.from('%PDF-1.7'), 'application/pdf');
    await cast.source.query(
      `INSERT INTO organization_documents (id, organization_id, kind, title, status, type, bytes, sha256, stored_key, created_by, created_at, processed_at)
       VALUES ($1, $2, 'charter', 'Устав', 'ready', 'application/pdf', 8, $3, $4, $5, now(), now())`,
      [document, id, document, `documents/${document}.pdf`, cast.as('owner').personId],
    );
    return { id, document };
  };
}

/** A paper that exists, asked for under another organization of the same people. */
async function elsewhere(cast: Cast, role: Role): Promise<Holes> {
  const { document } = await documentOf('verified')(cast, role);
  return { id: await organizationOf(cast, 'verified'), document: document as string };
}

async function accountChange(cast: Cast): Promise<string> {
  const id = await organizationOf(cast, 'verified');
  await cast.source.query(
    `INSERT INTO account_changes (id, organization_id, status, before, after, requested_by, requested_at) VALUES ($1, $2, 'submitted', $4, $4, $3, now())`,
    [newId(), id, cast.as('owner').personId, ACCOUNT],
  );
  return id;
}

async function renewalLink(cast: Cast, changes: object = {}): Promise<string> {
  const [token, need] = [randomBytes(32).toString('base64url'), await cast.need('open', changes)];
  await cast.source.query(
    `INSERT INTO need_renewal_links (token_hash, need_id, person_id, expires_at) VALUES ($1, $2, $3, $4)`,
    [createHash('sha256').update(token).digest(), need, cast.as('coordinator').personId, inDays(1)],
  );
  return token;
}

/** The link of an invitation to a person of the cast; or to an address that nobody of them has. */
async function invitationToken(cast: Cast, role: Role = 'visitor'): Promise<string> {
  const email =
    role === 'visitor'
      ? `i${newId()}@example.org`
      : (ok(await cast.as(role).get('/session')).body.person.email as string);
  const host = cast.as(role === 'giver' ? 'donor' : 'giver');
  const { id } = ok(
    await host.post(`/organizations/${await verifiedOrganization(cast.source, host.personId)}/invitations`, {
      email,
      role: 'coordinator',
    }),
    201,
  ).body;
  const [mail] = await readMails(cast.source, 'm.id = $1', [id], cast.api.app.get(Env).SESSION_SECRET ?? '');
  const token = /#([\w-]{20,})/.exec(mail?.body ?? '')?.[1];
  if (!token) throw new Error('no link in the mail');
  return token;
}

/** A run that planned an offer for a private need, and left the need out of something else. */
async function privateClearing(cast: Cast): Promise<string> {
  const [id, need, offer] = [await doneClearing(cast), await cast.need('open', PRIVATE_NEED), await cast.offer()];
  await cast.source.query(
    `INSERT INTO clearing_lines (clearing_id, line, offer_id, need_id, kind, unit, amount, score, parts) VALUES ($1, 0, $2, $3, 'goods', 'pcs', 10, 0, '[]')`,
    [id, offer, need],
  );
  await cast.source.query(
    `INSERT INTO clearing_unmet (clearing_id, place, need_id, reason, details) VALUES ($1, 0, $2, 'no-offer', '{}')`,
    [id, need],
  );
  return id;
}

/** Somebody's request to be erased, written down by an administrator. @param refused why it was refused */
export async function askedToErase(cast: Cast, refused?: string): Promise<string> {
  const [administrator, { personId: person }] = [cast.as('administrator'), await cast.api.person()];
  const form = { person, way: 'letter', cameOn: new Date().toISOString().slice(0, 10), said: 'Вх. № 118' };
  const id = ok(await administrator.post('/erasure-requests', form), 201).body.id as string;
  if (refused) ok(await administrator.post(`/erasure-requests/${id}/refuse`, { reason: refused }), 200);
  return id;
}

/** New weights of one administrator that another has returned. */
async function returnedWeights(cast: Cast): Promise<string> {
  const id = newId();
  await cast.source.query(
    `INSERT INTO weight_changes (id, weights, based_on, reason, by, at, outcome, decided_by, decided_at, why)
     SELECT $1, weights, 1, 'x', $1, now(), 'refused', $1, now(), 'x' FROM weight_versions WHERE version = 1`,
    [id],
  );
  return id;
}

/** A run that has ended; what is in its report is not what these doors are about. */
async function doneClearing(cast: Cast): Promise<string> {
  const id = newId();
  await cast.source.query(
    `INSERT INTO clearings (id, status, kinds, dry_run, gap, weights, weights_version, at, input_digest, plan_digest, report, finished_at)
     SELECT $1, 'done', '{goods}', false, 0.001, weights, 1, now(), 'x', 'x', '{"byUnit":[],"byPlace":[],"bySphere":[],"byOrganization":[]}', now() FROM weight_versions WHERE version = 1`,
    [id],
  );
  return id;
}
