import { loadCatalogue } from '#catalogue-store';
import { hashPassword, identityEntities, IdentityService, type Actor, type NewGrant } from '#identity';
import { newId, SetClock } from '#kernel';
import {
  AccountChanges,
  Invitations,
  Members,
  MembersQueries,
  organizationChecks,
  organizationEntities,
  OrganizationsQueries,
  OrganizationsService,
  Vouches,
  type OrganizationDetails,
} from '#organizations';
import type { Tx } from '#platform';
import { testDatabase } from '../../support/database.js';

export const ACCOUNT = {
  bik: '041012999',
  number: '40703810900000000001',
  bankName: 'ДЕМО-БАНК',
  correspondent: '30101810600000000999',
};
/** Another account at the same bank, its key right. */
export const OTHER_ACCOUNT = { ...ACCOUNT, number: '40703810200000000002' };

/** A number with a sound check digit, another one at each call. */
let last = 500_000;
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

export const details = (changed: Partial<OrganizationDetails> = {}): OrganizationDetails => ({
  name: 'Автономная некоммерческая организация «Пример помощи»',
  shortName: 'АНО «Пример помощи»',
  form: 'АНО',
  inn: inn(),
  ogrn: '1992800000015',
  kpp: '289901001',
  place: 'zeya',
  account: ACCOUNT,
  ...changed,
});
export const group = (changed: Partial<OrganizationDetails> = {}): OrganizationDetails => ({
  name: 'ТОС «Большой двор»',
  shortName: 'ТОС «Большой двор»',
  form: 'tos',
  place: 'zeya',
  ...changed,
});

/** A database with the services of organizations, and people to walk through them. */
export async function openHouse(at = '2026-03-01T00:00:00Z') {
  const db = await testDatabase([...identityEntities, ...organizationEntities]);
  const clock = new SetClock(new Date(at));
  const catalogue = await loadCatalogue(db.source);
  const identity = new IdentityService(db.source, clock);
  const organizations = new OrganizationsService(db.source, clock, catalogue, identity);
  const queries = new OrganizationsQueries(db.source, catalogue, clock);
  const passwordHash = await hashPassword('проверка 2026 лепта');
  const actor = async (id: string): Promise<Actor> => (await identity.actorOf(id, 'web')) as Actor;
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.source.transaction(work);

  async function person(...grants: Pick<NewGrant, 'role' | 'objectType' | 'objectId'>[]): Promise<Actor> {
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
      for (const grant of grants) await identity.grant(tx, { ...grant, personId: id, by: null });
    });
    return actor(id);
  }
  const moderator = (): Promise<Actor> => person({ role: 'moderator', objectType: 'platform', objectId: null });
  const official = (place: string): Promise<Actor> =>
    person({ role: 'official', objectType: 'place', objectId: place });

  async function begun(said: OrganizationDetails = details()): Promise<{ id: string; owner: Actor }> {
    const founder = await person();
    const id = await organizations.create(founder, said);
    return { id, owner: await actor(founder.personId) };
  }
  async function verified(
    said: OrganizationDetails = details(),
  ): Promise<{ id: string; owner: Actor; moderator: Actor }> {
    const made = await begun(said);
    const by = await moderator();
    await organizations.submit(made.owner, made.id);
    await db.source.transaction((tx) => organizations.approve(tx, by, made.id));
    return { ...made, moderator: by };
  }
  return {
    db,
    clock,
    catalogue,
    identity,
    organizations,
    queries,
    actor,
    person,
    moderator,
    official,
    begun,
    verified,
    run,
    vouches: new Vouches(db.source, clock, catalogue),
    accounts: new AccountChanges(db.source, clock, catalogue),
    members: new Members(db.source, identity),
    invitations: new Invitations(db.source, clock, identity),
    people: new MembersQueries(db.source, clock),
    version: async (id: string): Promise<number> =>
      ((await db.source.query('SELECT version FROM organizations WHERE id = $1', [id])) as { version: number }[])[0]
        ?.version ?? 0,
    mails: async (personId: string): Promise<string[]> =>
      (
        (await db.source.query('SELECT template FROM mails WHERE person_id = $1 ORDER BY created_at, id', [
          personId,
        ])) as { template: string }[]
      ).map((mail) => mail.template),
    actions: async (id: string): Promise<string[]> =>
      (
        (await db.source.query(
          `SELECT action FROM audit_log WHERE subject_id = $1 AND subject_type = 'organization' ORDER BY id`,
          [id],
        )) as { action: string }[]
      ).map((entry) => entry.action),
    async close(): Promise<void> {
      for (const check of organizationChecks)
        expect([check.sentence, await db.source.query(check.sql)]).toEqual([check.sentence, []]);
      await db.drop();
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;
