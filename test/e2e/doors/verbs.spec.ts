import { startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { Cast, ROLES, type Role } from './cast.js';
import { oneOfEach, saySample } from './sample.js';
import { NOUNS, type Address, type Noun, type Seen } from './verbs.nouns.js';

let db: TestDatabase;
let api: TestApi;
let cast: Cast;
beforeAll(async () => {
  saySample();
  db = await testDatabase();
  api = await startApi(db, { inside: true });
  cast = await Cast.of(api, db.source);
  await cast.trust();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

/** What a person sees of a thing: null where it is hidden, the status where the whole room is closed to them. */
async function look(role: Role, { path, list, id }: Address): Promise<Seen | null | 401 | 403> {
  const answer = await cast.as(role).get(list ?? path);
  if (answer.status === 401 || answer.status === 403) return answer.status;
  const items = answer.body?.items as { id?: string; fact?: { id: string }; person?: { id: string } }[] | undefined;
  const thing =
    list === undefined || answer.status !== 200
      ? answer.body
      : items?.find((item) => (item.id ?? item.fact?.id ?? item.person?.id) === id);
  if (answer.status !== 200 || !thing) return null;
  const { can, ...rest } = thing as { can: string[] };
  return { can, rest: JSON.stringify(rest), etag: answer.headers.get('etag') };
}

const promises = (noun: Noun, seen: Seen | null | 401 | 403, verb: string): boolean =>
  seen !== null &&
  typeof seen === 'object' &&
  [verb, noun.within?.[verb] ?? verb].some((one) => seen.can.includes(one));

/** A verb that was not promised: refused, or a repeated click that changes nothing. Says what is wrong, or null. */
async function mustRefuse(
  noun: Noun,
  at: Address,
  role: Role,
  verb: string,
  seen: Seen | null | 401 | 403,
): Promise<string | null> {
  const { status, body } = await (noun.verbs[verb] as Noun['verbs'][string])(
    cast.as(role),
    at,
    (typeof seen === 'object' && seen?.etag) || '"v0"',
  );
  if (role === 'visitor' && !noun.forVisitors?.includes(verb))
    return status === 401 ? null : `answered a visitor with ${status}`;
  if (seen === null) return status === 404 ? null : `hidden, and answered with ${status} ${body?.code}`;
  if (status < 300 && noun.reads?.includes(verb)) return 'was not promised, and read it';
  if (status < 300) return null; // whether anything changed is looked at below
  return [403, 404, 409, 422].includes(status) ? null : `refused with ${status} ${body?.code}`;
}

/** Whatever was not promised to a person in this state is tried on one thing, which must stay as it is. */
async function unpromised(
  noun: Noun,
  cell: string,
  at: Address,
  views: ReadonlyMap<Role, Seen | null | 401 | 403>,
): Promise<string[]> {
  const [watcher] = [...views].find(([, seen]) => seen !== null && typeof seen === 'object') as [Role, Seen];
  const before = (await look(watcher, at)) as Seen; // now: what was done to others of its kind may stand in it
  const lies: string[] = [];
  for (const verb of Object.keys(noun.verbs)) {
    const tries = oneOfEach(
      [...views].filter(([, seen]) => !promises(noun, seen, verb)),
      ([role, seen]) => (role === 'visitor' ? role : seen !== null && typeof seen === 'object' ? 'seen' : seen),
      `${cell} ${verb}`,
    );
    const faults = await Promise.all(
      tries.map(async ([role, seen]) => [role, await mustRefuse(noun, at, role, verb, seen)] as const),
    );
    lies.push(...faults.flatMap(([role, fault]) => (fault ? [`${role} ${verb}: ${fault}`] : [])));
    const after = await look(watcher, at);
    if (after === null || typeof after !== 'object' || after.rest !== before.rest)
      return [...lies, `${verb} was promised to none of ${tries.map(([role]) => role).join(', ')}, and changed it`];
  }
  return lies;
}

/** Whatever was promised is done, each verb on a thing of its own. */
async function promised(
  noun: Noun,
  cell: string,
  state: string,
  views: ReadonlyMap<Role, Seen | null | 401 | 403>,
): Promise<string[]> {
  const lies: string[] = [];
  const all = [...views].flatMap(([role, seen]) =>
    typeof seen === 'object' && seen !== null ? seen.can.map((verb) => ({ role, verb })) : [],
  );
  for (const { role, verb } of oneOfEach(all, (one) => one.verb, cell)) {
    const act = noun.verbs[verb];
    if (!act) {
      lies.push(`${verb} is promised to ${role}, and nobody has tried it`);
      continue;
    }
    const at = await noun.make(cast, state);
    const now = await look(role, at);
    const { status, body } = await act(cast.as(role), at, (now as Seen).etag ?? '"v0"');
    if (status >= 300 && body?.code !== 'person.unconfirmed')
      lies.push(`${role} ${verb}: promised, and refused with ${status} ${body?.code}`);
  }
  return lies;
}

const cells = Object.entries(NOUNS).flatMap(([name, noun]) => noun.states.map((state) => [name, state, noun] as const));

test.each(cells)(
  '`can` of a %s (%s) tells the truth to everybody',
  async (name, state, noun) => {
    await cast.clearAway();
    const at = await noun.make(cast, state);
    const views = new Map(await Promise.all(ROLES.map(async (role) => [role, await look(role, at)] as const)));
    const cell = `${name} ${state}`;
    expect([...(await promised(noun, cell, state, views)), ...(await unpromised(noun, cell, at, views))]).toEqual([]);
  },
  120_000,
);
