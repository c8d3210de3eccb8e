import { DAY_MS, newId } from '#kernel';
import {
  MatchExpiryService,
  MatchesQueries,
  matchingEntities,
  MatchesService,
  MatchReads,
  readScoringContext,
} from '#matching';
import { asOwner } from '../../support/database.js';
import { answerOf, openDesk, type Desk } from '../needs/fixture.js';
import { proposerOf } from './life-fixture.js';

let desk: Desk;
let life: MatchesService;
let ends: MatchExpiryService;
let reads: MatchReads;

beforeEach(async () => {
  desk = await openDesk('2026-03-10T05:00:00Z', matchingEntities);
  const { source, clock, catalogue, ledger, needs, offers } = desk;
  life = new MatchesService(source, clock, catalogue, ledger, needs, offers);
  ends = new MatchExpiryService(source, clock, ledger, needs, offers);
  reads = new MatchReads(source, catalogue, new MatchesQueries(source, clock, ledger));
});
afterEach(() => desk.db.drop());

async function proposal(amount = 1, auto = false): Promise<string> {
  const needId = await desk.openNeed({ autoAccept: auto, quantity: '5000' });
  const offerId = await desk.postOffer({ quantity: String(Math.max(100, amount)), amountConfirmed: true });
  return proposerOf(desk)(offerId, needId, amount);
}
const accept = (id: string, quantity?: string) =>
  answerOf(life.accept(desk.donor, id, quantity === undefined ? {} : { quantity, unit: 'pcs' }));
const mayAccept = async (id: string): Promise<boolean> =>
  (await reads.one(desk.donor, id, 'ru')).can.includes('accept');
const held = async (): Promise<number> =>
  (
    await desk.source.query(`SELECT count(*)::int AS n FROM matches WHERE status IN ('held', 'accepted', 'delivered')`)
  )[0].n;

test('twenty yeses of a newcomer at once: three are held, and `can` says so', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 20; at += 1) ids.push(await proposal(1, at % 2 === 0));
  const answers = await Promise.all(ids.map((id) => accept(id)));
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(3);
  expect(new Set(answers)).toEqual(new Set(['done', 'match.holding-too-much']));
  expect(await held()).toBe(3);
  const waiting = ids.filter((_, at) => answers[at] !== 'done');
  expect(await mayAccept(waiting[0]!)).toBe(false);
  const held0 = ids[answers.indexOf('done')]!;
  expect(await accept(held0)).toBe('done'); // a repeated click changes nothing and is answered as before
  await life.cancel(desk.donor, held0);
});

test('a kept promise raises the limit, a broken one lowers it', async () => {
  const first = await proposal();
  expect([
    await accept(first),
    await answerOf(life.accept(desk.coordinator, first)),
    await answerOf(life.confirm(desk.coordinator, first)),
  ]).toEqual(['done', 'done', 'done']);
  const ids = [
    await proposal(),
    await proposal(),
    await proposal(),
    await proposal(),
    await proposal(),
    await proposal(),
  ];
  for (const id of ids.slice(0, 5)) expect(await accept(id)).toBe('done');
  expect([await mayAccept(ids[5]!), await accept(ids[5]!)]).toEqual([false, 'match.holding-too-much']);
  for (const id of ids.slice(0, 5)) await life.accept(desk.coordinator, id);
  desk.clock.set(new Date(desk.clock.now().getTime() + 15 * DAY_MS));
  await ends.lapseDue(); // none of the five was handed over
  expect([await held(), await mayAccept(ids[5]!)]).toEqual([0, true]);
  expect(await accept(ids[5]!)).toBe('done');
  expect(await accept(await proposal())).toBe('match.holding-too-much'); // one at a time from now on
});

test('amounts have a limit too: what is not said is lowered to it, what is said is refused', async () => {
  const [a, b, c] = [await proposal(1500), await proposal(700), await proposal(10)];
  expect(await accept(a, '1001')).toBe('match.holding-too-much');
  expect(await mayAccept(a)).toBe(true);
  expect(await accept(a, '900')).toBe('done');
  expect(await accept(b)).toBe('done');
  expect((await reads.one(desk.donor, b, 'ru')).amount).toBe(100);
  expect([await mayAccept(c), await accept(c)]).toEqual([false, 'match.holding-too-much']);
});

test('what an organization asks for is no promise until the donor says yes; then it counts', async () => {
  const ids = [await proposal(), await proposal(), await proposal(), await proposal()];
  for (const id of ids) expect(await answerOf(life.accept(desk.coordinator, id))).toBe('done');
  for (const id of ids.slice(0, 3)) expect([await mayAccept(id), await accept(id)]).toEqual([true, 'done']);
  expect([await mayAccept(ids[3]!), await accept(ids[3]!)]).toEqual([false, 'match.holding-too-much']);
  expect(await answerOf(life.decline(desk.donor, ids[3]!, 'not-now'))).toBe('done');
});

test('an organization that takes its need back breaks nobody’s promise', async () => {
  const id = await proposal();
  await accept(id);
  await life.accept(desk.coordinator, id);
  await life.cancel(desk.coordinator, id);
  for (let at = 0; at < 3; at += 1) expect(await accept(await proposal())).toBe('done');
});

test('a donor is a party to a need from the second yes to the end, and an organization may look at what it was offered', async () => {
  const id = await proposal();
  const { need, offer } = await reads.one(desk.donor, id, 'ru');
  expect([
    await reads.givesTo(desk.donor, need.id),
    await reads.mayReceiveFrom(desk.coordinator, offer.id),
    await reads.mayReceiveFrom(desk.donor, offer.id),
  ]).toEqual([false, true, false]);
  await accept(id);
  expect(await reads.givesTo(desk.donor, need.id)).toBe(false);
  await life.accept(desk.coordinator, id);
  expect([await reads.givesTo(desk.donor, need.id), await reads.givesTo(desk.coordinator, need.id)]).toEqual([
    true,
    false,
  ]);
  await life.cancel(desk.donor, id);
  expect([await reads.givesTo(desk.donor, need.id), await reads.mayReceiveFrom(desk.coordinator, offer.id)]).toEqual([
    false,
    false,
  ]);
});

test('only who broke a promise bears it; a record ages, no counterparty makes one alone, and the level of trust stands beside it', async () => {
  const { source, clock, people, organization } = desk;
  const both = async () => {
    const context = await readScoringContext(source, clock.now());
    return {
      organization: context.organizationRecords.get(organization),
      donor: context.donorRecords.get(desk.donor.personId),
    };
  };
  const broken = await proposal();
  await life.accept(desk.donor, broken);
  await life.accept(desk.coordinator, broken);
  await life.cancel(desk.donor, broken);
  expect(await both()).toEqual({ organization: undefined, donor: { kept: 0, of: 1, weighed: { kept: 0, of: 1024 } } });

  const need = await desk.openNeed({ quantity: '5000' });
  const giver = async (name: string): Promise<string> => {
    const person = await people.person(name);
    return desk.postOffer({ quantity: '500' }, person);
  };
  const [often, longAgo, member, refused, late] = [
    await giver('Часто'),
    await giver('Давно'),
    await giver('Свой'),
    await giver('Отказ'),
    await giver('Не привёз'),
  ];
  await source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id, revoked_at) SELECT gen_random_uuid(), donor_id, 'coordinator', 'organization', $2, $3 FROM offers WHERE id = $1`,
    [member, organization, clock.now()],
  );
  const ended = (offer: string, status: string, endedBy: string | null, daysAgo: number) =>
    source.query(
      `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, ended_by, proposed_at, held_at, accepted_at, ended_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 1, 'pcs', 1, '[]', 1, $4, $5, $5, $5, $5)`,
      [offer, need, status, endedBy, new Date(clock.now().getTime() - daysAgo * DAY_MS)],
    );
  for (const day of [1, 2, 3]) await ended(often, 'confirmed', null, day);
  await ended(longAgo, 'confirmed', null, 400);
  await ended(member, 'confirmed', null, 1);
  await ended(refused, 'cancelled', 'organization', 1);
  await ended(refused, 'cancelled', 'moderator', 1);
  await ended(late, 'expired', 'clock', 1);
  expect((await both()).organization).toEqual({
    kept: 5,
    of: 6,
    weighed: { kept: 1024 + 512, of: 1024 + 512 + 1024 },
    level: 1,
  });
});

test('what is promised between a giver and an organization that are tied counts in neither record: through a company, through one who vouched, by one bank account', async () => {
  const { source, clock, people, organization, coordinator } = desk;
  const need = await desk.openNeed({ quantity: '5000' });
  await source.query(
    `UPDATE organizations SET account = account || '{"number": "40703810900000000002"}' WHERE id = $1`,
    [organization],
  );
  let number = 10;
  /** A company with the bank account and the member that are said. */
  const company = async (
    account: string,
    memberId: string | null,
    leftDaysAgo: number | null = null,
  ): Promise<string> => {
    const id = await people.organization((await people.person('Директор')).personId, 'verified', (number += 1));
    await source.query(
      `UPDATE organizations SET form = 'ooo', account = account || jsonb_build_object('number', $2::text) WHERE id = $1`,
      [id, account],
    );
    if (memberId)
      await source.query(
        `INSERT INTO grants (id, person_id, role, object_type, object_id, revoked_at) VALUES (gen_random_uuid(), $1, 'owner', 'organization', $2, $3)`,
        [memberId, id, leftDaysAgo === null ? null : new Date(clock.now().getTime() - leftDaysAgo * DAY_MS)],
      );
    return id;
  };
  const kept = async (company: string): Promise<{ organization: number | undefined; company: number | undefined }> => {
    const offer = await desk.postOffer({ quantity: '10' }, await people.person('Сотрудник'));
    await source.query(
      `INSERT INTO donors (id, kind, display_name) VALUES ($1, 'company', 'ООО') ON CONFLICT DO NOTHING`,
      [company],
    );
    await source.query('UPDATE offers SET donor_id = $2, on_behalf_of = $2 WHERE id = $1', [offer, company]);
    const match = newId();
    await source.query(
      `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, proposed_at, held_at, accepted_at, ended_at) VALUES ($1, $2, $3, 'confirmed', 1, 'pcs', 1, '[]', 1, $4, $4, $4, $4)`,
      [match, offer, need, clock.now()],
    );
    const { organizationRecords, donorRecords } = await readScoringContext(source, clock.now());
    await asOwner(desk.db, 'DELETE FROM matches WHERE id = $1', [match]);
    return {
      organization: organizationRecords.get(organization)?.weighed?.kept,
      company: donorRecords.get(company)?.weighed?.kept,
    };
  };
  await source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES (gen_random_uuid(), $1, 'coordinator', 'organization', $2)`,
    [coordinator.personId, organization],
  );
  const own = { organization: 0, company: 0 };
  const full = { organization: 1024, company: 1024 };
  const [other, same] = ['40703810900000000003', '40703810900000000002'];
  expect(await kept(await company(other, null))).toEqual(full);
  expect(await kept(await company(other, (await people.person('Чужой')).personId))).toEqual(full);
  expect(await kept(await company(other, coordinator.personId))).toEqual(own);
  expect(await kept(await company(other, coordinator.personId, 300))).toEqual(own);
  expect(await kept(await company(other, coordinator.personId, 400))).toEqual(full);
  expect(await kept(await company(same, null))).toEqual(own);
  const official = await people.person('Глава');
  await source.query('UPDATE organizations SET vouched_by = $2 WHERE id = $1', [organization, official.personId]);
  expect(await kept(await company(other, official.personId))).toEqual(own);
});
