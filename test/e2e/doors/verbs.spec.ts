import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { newId } from '#kernel';
import { verifiedOrganization } from '../../support/region.js';
import { Cast, ROLES, type Role } from './cast.js';

let db: TestDatabase;
let api: TestApi;
let cast: Cast;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db, { settings: { MAX_EVENT_LOOP_DELAY_MS: '60000' } });
  cast = await Cast.of(api, db.source);
  await cast.trust();
}, 60_000);
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

type Verb = (who: Caller, path: string, seen: Answer) => Promise<Answer>;
const post = (verb: string, body: object = {}): Verb => (who, path) => who.post(`${path}/${verb}`, body);
const patch = (body: object): Verb => (who, path, seen) => who.patch(path, body, { 'if-match': seen.headers.get('etag') ?? '"v0"' });
const decide = (outcome: string): Verb => post('decision', { outcome, reason: 'Проверено' });

interface Noun {
  readonly statuses: readonly string[];
  readonly verbs: Readonly<Record<string, Verb>>;
  /** Who tries, where others would only be like one of these. */
  readonly roles?: readonly Role[];
  make(status: string): Promise<string>;
}

async function organization(status: string): Promise<string> {
  const id = await verifiedOrganization(db.source, cast.as('owner').personId, status);
  if (status === 'returned') await db.source.query(`UPDATE organizations SET return_reason = 'Поправьте' WHERE id = $1`, [id]);
  for (const role of ['coordinator', 'accountant'] as const) {
    await db.source.query(`INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, $3, 'organization', $4)`, [newId(), cast.as(role).personId, role, id]);
  }
  return `/organizations/${id}`;
}

const NOUNS: Readonly<Record<string, Noun>> = {
  need: {
    statuses: ['draft', 'in_review', 'returned', 'open', 'partly_met', 'expired', 'withdrawn'],
    verbs: { edit: patch({ urgency: 2 }), submit: post('submit'), withdraw: post('withdraw'), renew: post('renew'), close: post('close') },
    make: async (status) => `/needs/${await cast.need(status as 'open')}`,
  },
  offer: {
    statuses: ['open', 'withdrawn'],
    verbs: { edit: patch({ title: 'Новые обогреватели' }), withdraw: post('withdraw') },
    make: async (status) => {
      const path = `/offers/${await cast.offer()}`;
      if (status === 'withdrawn') await cast.as('donor').post(`${path}/withdraw`);
      return path;
    },
  },
  match: {
    statuses: ['proposed', 'held', 'accepted', 'delivered', 'disputed', 'declined'],
    verbs: { accept: post('accept'), decline: post('decline'), deliver: post('deliver'), confirm: post('confirm'), cancel: post('cancel'), dispute: post('dispute', { reason: 'Не то' }) },
    roles: ['donor', 'coordinator', 'accountant', 'foreign', 'moderator'],
    make: async (status) => `/matches/${await cast.match(status as 'held')}`,
  },
  organization: {
    statuses: ['draft', 'submitted', 'verified', 'returned', 'suspended'],
    verbs: { edit: patch({ name: 'АНО «Новое имя»' }), submit: post('submit'), suspend: post('suspend', { reason: 'Отчётов нет' }), reinstate: post('reinstate', { reason: 'Отчёты пришли' }) },
    make: organization,
  },
  review: {
    statuses: ['open', 'escalated', 'returned'],
    verbs: { approve: decide('approve'), return: decide('return'), escalate: decide('escalate') },
    make: async (status) => {
      const path = `/reviews/${await cast.review()}`;
      if (status === 'escalated') await cast.as('moderator').post(`${path}/decision`, { outcome: 'escalate' });
      if (status === 'returned') await cast.as('moderator').post(`${path}/decision`, { outcome: 'return', reason: 'Нет' });
      return path;
    },
  },
};

/** Tries one verb on a thing of its own. Says what is wrong, or null. */
async function lie(noun: Noun, status: string, role: Role, verb: string): Promise<string | null> {
  const who = cast.as(role);
  const path = await noun.make(status);
  const seen = await who.get(path);
  if (seen.status === 401 || seen.status === 403) return null; // who may not look hears of no verbs either
  const promised = seen.status === 200 && (seen.body.can as string[]).includes(verb);
  const answer = await (noun.verbs[verb] as Verb)(who, path, seen);
  const here = `${role} ${verb} of a ${status} ${path.split('/')[1]}`;
  if (promised) return answer.status < 300 ? null : `${here}: promised, and refused with ${answer.status} ${answer.body?.code}`;
  if (seen.status === 404) return answer.status === (role === 'visitor' ? 401 : 404) ? null : `${here}: hidden, and answered with ${answer.status}`;
  // A repeated click is answered as the first was: then nothing may have changed.
  if (answer.status === 200) return answer.body.status === seen.body.status && answer.body.version === seen.body.version ? null : `${here}: not promised, and done`;
  return [401, 403, 409, 422].includes(answer.status) ? null : `${here}: refused with ${answer.status} ${answer.body?.code}`;
}

test.each(Object.entries(NOUNS))('`can` of a %s tells the truth to everybody in every state', async (_name, noun) => {
  const lies: string[] = [];
  for (const status of noun.statuses) {
    for (const verb of Object.keys(noun.verbs)) {
      await cast.clearAway();
      lies.push(...(await Promise.all((noun.roles ?? ROLES).map((role) => lie(noun, status, role, verb)))).filter((one) => one !== null));
    }
  }
  expect(lies).toEqual([]);
}, 900_000);
