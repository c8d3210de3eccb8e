import fc from 'fast-check';
import { startApi, type TestApi } from '../../support/api.js';
import { requestsOf, type Known, type WireRequest } from '../../support/arbitraries.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { Documented } from '../../support/documented.js';
import { readOpenApi, type Document, type Operation } from '../../support/openapi.js';
import { alarms } from '../../support/region.js';
import { curlLine, Wire } from '../../support/wire.js';
import { Cast, type Role } from './cast.js';

/** Requests for each operation and role; `npm run fuzz -- --runs 2000` sends more. */
const RUNS = Number(process.env.LEPTA_FUZZ_RUNS ?? 200);
const SEED = Number(process.env.LEPTA_FUZZ_SEED ?? 20261124);
const ONLY = process.env.LEPTA_FUZZ_ONLY ?? '';
const FUZZERS: readonly Role[] = ['visitor', 'donor', 'coordinator', 'moderator', 'administrator', 'program'];
const AT_ONCE = 16;
/** Whoever is turned away at the door by each of so many requests is not asked for more. */
const TURNED_AWAY = 20;

/** Lists that never look at who asks. */
const SAME_FOR_ALL = /^\/api\/(health|v1\/(spheres|categories|goods|units|places|skills|beneficiary-groups|organization-forms|consent-texts|ledger|balance))/;

let db: TestDatabase;
let api: TestApi;
let cast: Cast;
let wire: Wire;
let document: Document;
let known: Known;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db, { settings: { MAX_EVENT_LOOP_DELAY_MS: '600000' } }); // whoever sends so much shares this process with whoever answers
  cast = await Cast.of(api, db.source);
  wire = new Wire(api.url);
  document = await readOpenApi(api.url);
  known = {
    needs: [await cast.need('open'), await cast.need('draft'), await cast.need('in_review')],
    offers: [await cast.offer(), await cast.offer()],
    matches: [await cast.match(), await cast.match('held'), await cast.match('accepted'), await cast.match('delivered')],
    organizations: [cast.organization, cast.foreignOrganization],
    reviews: [await cast.review(), await cast.review()],
    people: [cast.as('donor').personId],
  };
}, 60_000);
afterAll(async () => {
  wire?.close();
  await api?.close();
  await db?.drop();
});

/** Whoever was signed out, or lost the account, by what was sent comes in again. */
async function stillIn(role: Role): Promise<Record<string, string>> {
  if (role === 'visitor') return {};
  if (role === 'program') {
    if ((await cast.as('program').get('/session')).status !== 200) cast.replace('program', api.program((await (await api.person()).post('/api-keys', { name: 'программа' })).body.secret));
    return cast.as('program').credentials;
  }
  if ((await cast.as(role).get('/session')).status !== 200) {
    cast.replace(role, role === 'coordinator' ? await api.person([cast.organization, 'coordinator']) : role === 'donor' ? await api.person() : await api.person(role as 'moderator'));
  }
  return cast.as(role).credentials;
}

/** The first request of each sort that was answered wrongly. */
const findings = new Map<string, string>();

async function fuzz(operation: Operation, role: Role, judge: Documented): Promise<void> {
  const credentials = await stillIn(role);
  const began = performance.now();
  const requests = fc.sample(requestsOf(document, operation, known), { numRuns: RUNS, seed: SEED + operation.name.length + role.length });
  const made = performance.now();
  const queue = requests.values();
  let sent = 0;
  let inside = false;
  const send = async (request: WireRequest): Promise<void> => {
    sent += 1;
    const fault = await wire.send(operation.method, request, credentials).then(
      (answer) => {
        inside ||= answer.status !== 401 && answer.status !== 403;
        return judge.faultOf(operation, answer);
      },
      (error: Error) => ((request.body?.length ?? 0) > 200_000 ? null : `no answer: ${error.message}`), // a body that is too large may be cut off while it is being sent
    );
    const sort = `${operation.name} ${fault?.replace(/[0-9a-f-]{36}/g, '').slice(0, 220)}`;
    if (fault && !findings.has(sort)) findings.set(sort, `${operation.name} by ${role}\n  ${fault}\n  ${curlLine(api.url, operation.method, request, role)}`);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const request of queue) if (inside || sent < TURNED_AWAY) await send(request);
  }));
  if (process.env.LEPTA_TEST_NOISE) process.stderr.write(`${operation.name} ${role}: made ${(made - began).toFixed()} ms, sent ${(performance.now() - made).toFixed()} ms\n`);
}

test('whatever is sent, every operation answers as documented and never fails', async () => {
  const judge = new Documented(document);
  for (const operation of document.operations.filter(({ name }) => name.includes(ONLY))) {
    for (const role of FUZZERS.filter((one) => one === 'visitor' || !SAME_FOR_ALL.test(operation.path))) await fuzz(operation, role, judge);
  }
  if (findings.size > 0) throw new Error(`${findings.size} findings (seed ${SEED}):\n\n${[...findings.values()].slice(0, 60).join('\n\n')}`);
  expect(await alarms(db.source)).toEqual([]);
}, 3_600_000);

test('a body of ten megabytes is refused, not read', async () => {
  const memory = process.memoryUsage().rss;
  for (const path of ['/api/v1/people', '/api/v1/session', '/api/v1/offers']) {
    const answer = await wire.send('POST', { path, headers: { 'content-type': 'application/json' }, body: `{"email":"${'x'.repeat(10_000_000)}"}` }, cast.as('donor').credentials).catch(() => null);
    if (answer) expect(answer.status).toBe(413);
  }
  expect((await cast.as('donor').get('/session')).status).toBe(200);
  expect(process.memoryUsage().rss - memory).toBeLessThan(400 * 1024 * 1024);
});
