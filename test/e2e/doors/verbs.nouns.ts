import { newId } from '#kernel';
import type { Answer, Caller } from '../../support/api.js';
import { ACCOUNT, inDays } from '../../support/region.js';
import type { Cast } from './cast.js';
import { leg, trip } from './matrix.deliveries.js';
import { MONEY_NEED, pledgeOf } from './matrix.money.js';
import { groupOf, organizationOf, type Holes } from './matrix.organizations.js';
import { owing, reported, written } from './matrix.reports.js';
import { askedToErase, thingsFor } from './matrix.things.js';

/** Where a thing is asked after, and where it is shown: itself, or in a list under its id. */
export interface Address {
  readonly path: string;
  readonly list?: string;
  readonly id?: string;
}
/** What a person sees of it; null where it is hidden from them. */
export interface Seen {
  readonly can: readonly string[];
  /** Everything else of it: what a refused verb must not change. */
  readonly rest: string;
  readonly etag: string | null;
}
type Verb = (who: Caller, at: Address, etag: string) => Promise<Answer>;

export interface Noun {
  /** In the order of a life; the names are those of `make`. */
  readonly states: readonly string[];
  readonly verbs: Readonly<Record<string, Verb>>;
  make(cast: Cast, state: string): Promise<Address>;
  /** Verbs that another one includes: the person who may edit a draft may write its account with it. */
  readonly within?: Readonly<Record<string, string>>;
  /** Verbs that only read: nothing changes by them, so the person who was not promised one must not be answered. */
  readonly reads?: readonly string[];
  /** Verbs for which nobody has to sign in: a visitor hears the same no as everybody. */
  readonly forVisitors?: readonly string[];
}

const post =
  (verb: string, body: object = {}): Verb =>
  (who, { path }) =>
    who.post(`${path}/${verb}`, body);
const patch =
  (body: object): Verb =>
  (who, { path }, etag) =>
    who.patch(path, body, { 'if-match': etag });
const decide = (outcome: string): Verb => post('decision', { outcome, reason: 'Проверено' });
const remove: Verb = (who, { path }) => who.delete(path);

/** How the matrix makes one, by the name that it has there. */
async function made(cast: Cast, address: string, name: string): Promise<Holes> {
  const make = thingsFor({ name: '', path: `/api/v1${address}` })[name];
  if (!make) throw new Error(`${address}: there is no ${name}`);
  return make(cast, 'owner');
}

const organization = async (cast: Cast, state: string): Promise<Address> => {
  if (state === 'group' || state === 'group vouched for') {
    const id = await groupOf(cast);
    if (state !== 'group') await cast.as('official').post(`/organizations/${id}/vouch`, { outcome: 'vouch' });
    return { path: `/organizations/${id}` };
  }
  if (state === 'changing its account')
    return { path: `/organizations/${(await made(cast, '/organizations/{id}/account-change/cancel', 'asked')).id}` };
  return { path: `/organizations/${await organizationOf(cast, state)}` };
};

const document = async (cast: Cast, state: string): Promise<Address> => {
  const { id, document: paper } = await made(
    cast,
    '/organizations/{id}/documents/{document}/file',
    'of a verified one',
  );
  if (state === 'accepted')
    await cast.as('moderator').post(`/organizations/${id}/documents/${paper}/decision`, { outcome: 'accept' });
  if (state === 'refused')
    await cast
      .as('moderator')
      .post(`/organizations/${id}/documents/${paper}/decision`, { outcome: 'refuse', reason: 'Нет печати' });
  return {
    path: `/organizations/${id}/documents/${paper}`,
    list: `/organizations/${id}/documents`,
    id: paper as string,
  };
};

const SHIFT = { from: inDays(2), until: inDays(2.1), capacity: 1, meet: 'Склад, ворота 2' };
const needVerbs: Noun['verbs'] = {
  edit: patch({ urgency: 2 }),
  submit: post('submit'),
  withdraw: post('withdraw'),
  renew: post('renew'),
  close: post('close'),
  'plan-shift': post('shifts', SHIFT),
  give: post('gifts', { quantity: '150', unit: 'rub', provider: 'bank' }),
  report: (who, { path }) => who.call('PUT', `${path}/report`, { title: 'Теплее' }, { 'if-match': '"v1"' }),
};

/** What the coordinator shows at the place, by the address of a sign-up. */
const codes = new Map<string, string>();

/** A trip of the driver's, by the address of a delivery. */
const trips = new Map<string, string>();

export const NOUNS: Readonly<Record<string, Noun>> = {
  need: {
    states: [
      'draft',
      'in_review',
      'returned',
      'open',
      'partly_met',
      'met',
      'reported',
      'closed',
      'expired',
      'withdrawn',
    ],
    verbs: needVerbs,
    forVisitors: ['give'],
    make: async (cast, state) => ({ path: `/needs/${await cast.need(state as 'open')}` }),
  },
  pledge: {
    states: ['active', 'paused', 'ended'],
    verbs: {
      change: patch({ ceiling: '4000' }),
      pause: post('pause'),
      resume: post('resume'),
      end: post('end'),
      settle: post('settle'),
    },
    make: async (cast, state) => {
      const path = `/pledges/${await pledgeOf(cast)}`;
      if (state !== 'active') await cast.as('owner').post(`${path}/${state === 'paused' ? 'pause' : 'end'}`, {});
      return { path };
    },
  },
  'need of money': {
    states: ['draft', 'open', 'partly_met', 'met', 'expired', 'withdrawn'],
    verbs: needVerbs,
    forVisitors: ['give'],
    make: async (cast, state) => ({ path: `/needs/${await cast.need(state as 'open', MONEY_NEED)}` }),
  },
  'need of time': {
    states: ['draft', 'open', 'met', 'agreed first'],
    verbs: needVerbs,
    forVisitors: ['give'],
    make: async (cast, state) => {
      if (state === 'agreed first')
        return { path: `/needs/${await cast.timeNeed('open', { category: 'relief-violence' })}` };
      const id = await cast.timeNeed(state === 'draft' ? 'draft' : 'open');
      if (state === 'met') await cast.source.query(`UPDATE needs SET status = 'met' WHERE id = $1`, [id]);
      return { path: `/needs/${id}` };
    },
  },
  'need that was closed with a part': {
    states: ['owing'],
    verbs: needVerbs,
    forVisitors: ['give'],
    make: async (cast) => ({ path: `/needs/${await owing(cast)}` }),
  },
  report: {
    states: ['owing', 'written', 'published', 'public'],
    verbs: {
      write: (who, { path }, etag) =>
        who.call('PUT', path, { limits: 'В двух домах их пока нет.' }, { 'if-match': etag }),
      publish: post('publish'),
      recall: post('recall'),
    },
    make: async (cast, state) => {
      const id = await (state === 'owing' ? owing : state === 'written' ? written : reported)(cast);
      if (state === 'public')
        await cast.source.query(
          `UPDATE need_reports SET published_at = now() - interval '2 hours', shown_at = now(), told_at = now() WHERE need_id = $1`,
          [id],
        );
      return { path: `/needs/${id}/report` };
    },
  },
  offer: {
    states: ['open', 'partly_used', 'used_up', 'expired', 'withdrawn'],
    verbs: { edit: patch({ title: 'Новые обогреватели' }), withdraw: post('withdraw') },
    make: async (cast, state) => {
      const id = await cast.offer();
      if (state === 'withdrawn') await cast.as('donor').post(`/offers/${id}/withdraw`);
      else await cast.source.query('UPDATE offers SET status = $2 WHERE id = $1', [id, state]);
      return { path: `/offers/${id}` };
    },
  },
  'standing offer': {
    states: ['active', 'paused', 'ended'],
    verbs: { edit: patch({ quantity: '7000' }), pause: post('pause'), resume: post('resume'), end: post('end') },
    make: async (cast, state) => ({ path: `/standing-offers/${await cast.standing(state as 'active')}` }),
  },
  match: {
    states: ['proposed', 'held', 'accepted', 'delivered', 'disputed', 'confirmed', 'declined', 'cancelled', 'expired'],
    verbs: {
      accept: post('accept'),
      decline: post('decline'),
      deliver: post('deliver'),
      confirm: post('confirm'),
      cancel: post('cancel'),
      dispute: post('dispute', { reason: 'Не то' }),
      'propose-hand-over': post('hand-over', { from: inDays(2), until: inDays(2.1) }),
      'agree-hand-over': post('hand-over/agree'),
      'enter-hand-over': (who, { path }) => who.post(`${path}/hand-over/entry`, { id: newId(), code: '8261' }),
      'renew-code': post('hand-over/code'),
    },
    make: async (cast, state) => {
      const id = await cast.match(state as 'held');
      await cast.source.query(
        `INSERT INTO hand_over_codes (match_id, code, made_at) VALUES ($1, '8261', now()) ON CONFLICT (match_id) DO UPDATE SET code = '8261'`,
        [id],
      );
      return { path: `/matches/${id}` };
    },
  },
  delivery: {
    states: ['asked', 'taken', 'picked_up', 'returning'],
    verbs: {
      'say-address': async (who, { path }) => {
        const { match } = (await who.get(path)).body as { match: string };
        return who.post(`/matches/${match}/leg`, { address: 'ул. Образцовая, 2' });
      },
      take: async (who, { path }) => who.post(`${path}/take`, { trip: trips.get(path) }),
      release: post('release'),
      'pick-up': (who, { path }) => who.post(`${path}/pick-up`, { id: newId(), code: '8261' }),
      lose: (who, { path }) => who.post(`${path}/lose`, { id: newId(), reason: 'lost' }),
      'turn-back': post('turn-back', { reason: 'road' }),
      'take-back': post('take-back', { code: '1162' }),
      cancel: post('cancel'),
    },
    make: async (cast, state) => {
      const path = `/legs/${await leg(cast, state)}`;
      trips.set(path, await trip(cast));
      return { path };
    },
  },
  shift: {
    states: ['planned', 'cancelled'],
    verbs: {
      'sign-up': post('sign-ups'),
      edit: patch({ gear: 'Перчатки' }),
      cancel: post('cancel'),
      'confirm-all': post('confirm'),
      run: (who, { path }) => who.get(`${path}/sign-ups`),
    },
    reads: ['run'],
    make: async (cast, state) => ({ path: `/shifts/${await cast.shift(state as 'planned')}` }),
  },
  'sign-up': {
    states: ['signed_up', 'begun', 'waiting', 'offered', 'checked_in', 'confirmed', 'objected', 'no_show', 'cancelled'],
    verbs: {
      accept: post('accept'),
      cancel: post('cancel'),
      'check-in': (who, { path }) => who.post(`${path}/check-in`, { code: codes.get(path) }),
      'check-out': post('check-out'),
      done: post('done'),
      'say-late': post('late', { minutes: 20 }),
      'no-show': post('no-show'),
      confirm: post('confirm', { minutes: 30 }),
      dispute: post('dispute', { minutes: 60, reason: 'До конца' }),
    },
    make: async (cast, state) => {
      const path = `/sign-ups/${await cast.signUp(state as 'begun')}`;
      codes.set(
        path,
        (
          await cast.source.query('SELECT s.code FROM shifts s JOIN sign_ups u ON u.shift_id = s.id WHERE u.id = $1', [
            path.slice('/sign-ups/'.length),
          ])
        )[0].code as string,
      );
      return { path };
    },
  },
  organization: {
    states: [
      'draft',
      'submitted',
      'group',
      'group vouched for',
      'verified',
      'changing its account',
      'returned',
      'suspended',
    ],
    verbs: {
      edit: patch({ name: 'АНО «Новое имя»' }),
      submit: post('submit'),
      'change-account': patch({ account: { ...ACCOUNT, number: '40703810200000000002' } }),
      'cancel-account-change': post('account-change/cancel'),
      invite: post('invitations', { email: 'somebody@example.org', role: 'coordinator' }),
      vouch: post('vouch', { outcome: 'vouch' }),
      decline: post('vouch', { outcome: 'decline', reason: 'Нет такой' }),
      'edit-contacts': patch({ contacts: { name: 'Светлана', phone: '+7 4162 00-00-17' } }),
      'see-papers': (who, { path }) => who.get(`${path}/checks`),
      'see-walk-ins': (who, { path }) => who.get(`${path}/walk-ins`),
      return: post('return', { reason: 'Другой адрес' }),
      suspend: post('suspend', { reason: 'Отчётов нет' }),
      reinstate: post('reinstate', { reason: 'Отчёты пришли' }),
    },
    within: { 'change-account': 'edit' },
    reads: ['see-papers'],
    make: organization,
  },
  member: {
    states: ['accountant', 'only owner'],
    verbs: { 'change-role': (who, { path }) => who.patch(path, { role: 'coordinator' }), remove, leave: remove },
    within: { remove: 'leave', leave: 'remove' },
    make: async (cast, state) => {
      const [id, person] = [
        await organizationOf(cast, 'verified'),
        cast.as(state === 'accountant' ? 'accountant' : 'owner').personId,
      ];
      return { path: `/organizations/${id}/members/${person}`, list: `/organizations/${id}/members`, id: person };
    },
  },
  document: {
    states: ['ready', 'accepted', 'refused'],
    verbs: {
      accept: post('decision', { outcome: 'accept' }),
      refuse: post('decision', { outcome: 'refuse', reason: 'Нет печати' }),
      remove,
    },
    make: document,
  },
  invitation: {
    states: ['open'],
    verbs: { 'take-back': remove },
    make: async (cast) => {
      const { id, invitation } = await made(cast, '/organizations/{id}/invitations/{invitation}', 'of a verified one');
      return {
        path: `/organizations/${id}/invitations/${invitation}`,
        list: `/organizations/${id}/invitations`,
        id: invitation as string,
      };
    },
  },
  review: {
    states: ['open', 'escalated', 'returned'],
    verbs: { approve: decide('approve'), return: decide('return'), escalate: decide('escalate') },
    make: async (cast, state) => {
      const path = `/reviews/${await cast.review()}`;
      if (state === 'escalated') await cast.as('moderator').post(`${path}/decision`, { outcome: 'escalate' });
      if (state === 'returned')
        await cast.as('moderator').post(`${path}/decision`, { outcome: 'return', reason: 'Нет' });
      return { path };
    },
  },
  'request to be erased': {
    states: ['waiting', 'refused'],
    verbs: {
      erase: post('erase', { reason: 'Письмо вх. № 118' }),
      extend: post('extend', { reason: 'Сверяем подпись' }),
      refuse: post('refuse', { reason: 'Просит не сам' }),
    },
    make: async (cast, state) => ({
      path: `/erasure-requests/${await askedToErase(cast, state === 'refused' ? 'Просит не сам' : undefined)}`,
    }),
  },
  'job that was given up': {
    states: ['given up'],
    verbs: { retry: post('retry'), discard: post('discard', { reason: 'Отвечать не на что' }) },
    make: async (cast) => {
      const { factId, job } = await made(cast, '/admin/jobs/{factId}/{job}/retry', 'given up');
      return { path: `/admin/jobs/${factId}/${job}`, list: '/admin/jobs', id: factId as string };
    },
  },
};
