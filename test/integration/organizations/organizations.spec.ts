import { loadCatalogue } from '#catalogue-store';
import { hashPassword, identityEntities, IdentityService, type Actor } from '#identity';
import { newId, SetClock } from '#kernel';
import {
  organizationChecks,
  organizationEntities,
  OrganizationsQueries,
  OrganizationsService,
  organizationSummaries,
  type OrganizationDetails,
} from '#organizations';
import { testDatabase, type TestDatabase } from '../../support/database.js';

let db: TestDatabase;
let identity: IdentityService;
let organizations: OrganizationsService;
let queries: OrganizationsQueries;
const clock = new SetClock(new Date('2026-03-01T00:00:00Z'));

beforeAll(async () => {
  db = await testDatabase([...identityEntities, ...organizationEntities]);
  const catalogue = await loadCatalogue(db.source);
  identity = new IdentityService(db.source, clock);
  organizations = new OrganizationsService(db.source, clock, catalogue, identity);
  queries = new OrganizationsQueries(db.source, catalogue, clock);
  passwordHash = await hashPassword('проверка 2026 лепта');
});
afterAll(async () => {
  for (const check of organizationChecks)
    expect([check.sentence, await db.source.query(check.sql)]).toEqual([check.sentence, []]);
  await db.drop();
});

let passwordHash: string;
async function person(moderator = false): Promise<string> {
  const id = newId();
  await db.source.transaction(async (tx) => {
    await identity.createPerson(tx, {
      id,
      email: `${id}@example.org`,
      passwordHash,
      name: 'Проверка',
      locale: 'ru',
      emailConfirmed: true,
    });
    if (moderator)
      await identity.grant(tx, { personId: id, role: 'moderator', objectType: 'platform', objectId: null, by: null });
  });
  return id;
}
const actor = async (id: string): Promise<Actor> => (await identity.actorOf(id, 'web')) as Actor;

/** A number with a sound check digit, another one at each call. */
let last = 100_000;
function inn(): string {
  const start = `289${++last}`;
  return [...'0123456789']
    .map((digit) => start + digit)
    .find(
      (whole) =>
        ([2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((sum, weight, at) => sum + weight * Number(whole[at]), 0) % 11) % 10 ===
        Number(whole[9]),
    ) as string;
}
const details = (changed: Partial<OrganizationDetails> = {}): OrganizationDetails => ({
  name: 'Автономная некоммерческая организация «Пример помощи»',
  shortName: 'АНО «Пример помощи»',
  form: 'АНО',
  inn: inn(),
  ogrn: '1992800000015',
  kpp: '289901001',
  place: 'blagoveshchensk',
  account: {
    bik: '041012999',
    number: '40703810900000000001',
    bankName: 'ДЕМО-БАНК',
    correspondent: '30101810600000000999',
  },
  ...changed,
});

async function begun(changed: Partial<OrganizationDetails> = {}): Promise<{ id: string; owner: Actor }> {
  const personId = await person();
  const id = await organizations.create(await actor(personId), details(changed));
  return { id, owner: await actor(personId) };
}
async function verified(
  changed: Partial<OrganizationDetails> = {},
): Promise<{ id: string; owner: Actor; moderator: Actor }> {
  const made = await begun(changed);
  const moderator = await actor(await person(true));
  await organizations.submit(made.owner, made.id);
  await db.source.transaction((tx) => organizations.approve(tx, moderator, made.id));
  return { ...made, moderator };
}
const facts = async (id: string): Promise<string[]> =>
  (await db.source.query(`SELECT type FROM facts WHERE payload ->> 'organizationId' = $1 ORDER BY id`, [id])).map(
    (fact: { type: string }) => fact.type,
  );

test('from a draft to a verified organization that everybody sees, without its account', async () => {
  const { id, owner } = await begun();
  await expect(queries.byId(null, id, 'ru')).rejects.toMatchObject({ code: 'organization.not-found' });
  expect(await queries.byId(owner, id, 'ru')).toMatchObject({
    status: 'draft',
    form: 'ano',
    formName: 'Автономная некоммерческая организация',
    can: ['edit', 'submit', 'invite', 'edit-contacts', 'see-papers', 'see-walk-ins'],
    account: { number: '40703810900000000001' },
  });

  await organizations.submit(owner, id);
  await organizations.submit(owner, id);
  const moderator = await actor(await person(true));
  await db.source.transaction((tx) => organizations.approve(tx, moderator, id));
  const shown = await queries.byId(null, id, 'en');
  expect(shown).toMatchObject({
    status: 'verified',
    formName: 'Autonomous non-profit organization',
    verifiedAt: '2026-03-01T00:00:00.000Z',
    can: [],
  });
  expect(Object.keys(shown)).not.toEqual(expect.arrayContaining(['account']));
  expect(JSON.stringify(shown)).not.toContain('40703810900000000001');
  expect(await facts(id)).toEqual(['organization.submitted', 'organization.verified']);
  expect((await organizationSummaries(db.source, [id, newId()])).get(id)).toEqual({
    id,
    name: shown.name,
    shortName: shown.shortName,
    place: 'blagoveshchensk',
    status: 'verified',
  });
});

test('returned with a reason, corrected, submitted again', async () => {
  const { id, owner } = await begun();
  const moderator = await actor(await person(true));
  await organizations.submit(owner, id);
  await expect(organizations.edit(owner, id, 2, { shortName: 'Другое' })).rejects.toMatchObject({
    code: 'organization.not-editable',
  });
  await db.source.transaction((tx) => organizations.returnForCorrection(tx, moderator, id, ' Проверьте КПП. '));
  expect(await queries.byId(owner, id, 'ru')).toMatchObject({
    status: 'returned',
    returnReason: 'Проверьте КПП.',
    can: ['edit', 'submit', 'invite', 'edit-contacts', 'see-papers', 'see-walk-ins'],
    version: 3,
  });
  await organizations.edit(owner, id, 3, { kpp: null });
  await organizations.submit(owner, id);
  expect(await queries.byId(owner, id, 'ru')).toMatchObject({
    status: 'submitted',
    kpp: null,
    returnReason: null,
    version: 5,
  });
});

test('an edit says which version it saw; of two at once one is stale', async () => {
  const { id, owner } = await begun();
  const both = await Promise.allSettled([
    organizations.edit(owner, id, 1, { shortName: 'Первое' }),
    organizations.edit(owner, id, 1, { shortName: 'Второе' }),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { code: 'organization.stale', status: 412 },
  });
});

test('who may not: strangers do not learn that it is there, people of the house are told', async () => {
  const { id } = await begun();
  const stranger = await actor(await person());
  await expect(organizations.submit(stranger, id)).rejects.toMatchObject({ code: 'organization.not-found' });
  const helper = await person();
  await db.source.transaction((tx) =>
    identity.grant(tx, { personId: helper, role: 'coordinator', objectType: 'organization', objectId: id, by: null }),
  );
  await expect(organizations.submit(await actor(helper), id)).rejects.toMatchObject({
    code: 'organization.not-yours',
    status: 403,
  });
});

test('nobody decides on their own organization, moderator or not', async () => {
  const { id, owner } = await begun();
  await organizations.submit(owner, id);
  await db.source.transaction((tx) =>
    identity.grant(tx, {
      personId: owner.personId,
      role: 'moderator',
      objectType: 'platform',
      objectId: null,
      by: null,
    }),
  );
  const both = await actor(owner.personId);
  await expect(db.source.transaction((tx) => organizations.approve(tx, both, id))).rejects.toMatchObject({
    code: 'organization.not-yours-to-decide',
  });
  await expect(db.source.transaction((tx) => organizations.suspend(tx, both, id, 'x'))).rejects.toMatchObject({
    code: 'organization.not-yours-to-decide',
  });
});

test('a draft cannot be verified behind the review, and a suspension needs a reason', async () => {
  const { id } = await begun();
  const moderator = await actor(await person(true));
  await expect(db.source.transaction((tx) => organizations.approve(tx, moderator, id))).rejects.toMatchObject({
    code: 'organization.not-approvable',
    status: 409,
  });
  const other = await verified();
  await expect(
    db.source.transaction((tx) => organizations.suspend(tx, other.moderator, other.id, ' ')),
  ).rejects.toMatchObject({ errors: [{ field: 'reason' }] });
});

test('suspended, it is not public; reinstated, it is, and the log says who did it and why', async () => {
  const { id, moderator } = await verified();
  await db.source.transaction((tx) => organizations.suspend(tx, moderator, id, 'Нет отчётов.'));
  await expect(queries.byId(null, id, 'ru')).rejects.toMatchObject({ code: 'organization.not-found' });
  await db.source.transaction((tx) => organizations.reinstate(tx, moderator, id, 'Отчёты пришли.'));
  expect(await queries.byId(null, id, 'ru')).toMatchObject({ status: 'verified' });
  const log = await db.source.query(
    'SELECT action, reason, person_id FROM audit_log WHERE subject_id = $1 ORDER BY id',
    [id],
  );
  expect(log).toEqual([
    { action: 'organization.suspend', reason: 'Нет отчётов.', person_id: moderator.personId },
    { action: 'organization.reinstate', reason: 'Отчёты пришли.', person_id: moderator.personId },
  ]);
});

test('one INN, one organization: drafts may meet, of two that are submitted at once one is refused', async () => {
  const shared = inn();
  const first = await begun({ inn: shared });
  const second = await begun({ inn: shared });
  const both = await Promise.allSettled([
    organizations.submit(first.owner, first.id),
    organizations.submit(second.owner, second.id),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { code: 'organization.inn-taken', status: 409 },
  });
  await expect(begun({ inn: shared })).rejects.toMatchObject({ code: 'organization.inn-taken' });
});

test('a person who begins records without end is stopped, also when the requests come together', async () => {
  const founder = await actor(await person());
  const attempts = await Promise.allSettled(Array.from({ length: 23 }, () => organizations.create(founder, details())));
  expect(attempts.filter((one) => one.status === 'fulfilled')).toHaveLength(20);
  expect(attempts.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { code: 'organization.too-many-drafts' },
  });
});

test('lists: by place and its region, by words, page by page without a gap', async () => {
  const name = 'Общество «Сто 100% зёрен»';
  const made: string[] = [];
  for (let at = 0; at < 5; at++) {
    clock.forward(at === 3 ? 0 : 1000); // two are verified in the same millisecond
    made.push((await verified({ name, place: at === 4 ? 'tynda' : 'zeya' })).id);
  }
  const all: string[] = [];
  let after: readonly [string, string] | null = null;
  do {
    const page: Awaited<ReturnType<OrganizationsQueries['page']>> = await queries.page(
      null,
      { q: '100% ЗЁРЕН' },
      2,
      after,
      'ru',
    );
    all.push(...page.items.map((item) => item.id));
    after = page.next;
  } while (after);
  expect(all).toHaveLength(5);
  expect(new Set(all)).toEqual(new Set(made));
  expect((await queries.page(null, { q: name, place: 'tynda' }, 20, null, 'ru')).items.map((item) => item.id)).toEqual([
    made[4],
  ]);
  expect((await queries.page(null, { q: name, place: 'amur-oblast' }, 20, null, 'ru')).items).toHaveLength(5);
  expect((await queries.page(null, { q: '100_' }, 20, null, 'ru')).items).toEqual([]);
});

test('my organizations: all of them in whatever state, nobody else’s', async () => {
  const { id, owner } = await begun();
  const other = await organizations.create(owner, details());
  expect((await queries.mine(await actor(owner.personId), 'ru')).map((item) => item.id).sort()).toEqual(
    [id, other].sort(),
  );
});
