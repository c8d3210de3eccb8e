import { DAY_MS, newId } from '#kernel';
import { MatchEntity, MatchExpiryService, MatchesQueries, MatchesService, matchingChecks, matchingEntities, MatchReads } from '#matching';
import type { NeedForm } from '#needs';
import { OffersQueries, type OfferForm } from '#offers';
import { Statements, verifyLedger } from '#ledger';
import { openDesk, type Desk } from '../needs/fixture.js';

let desk: Desk;
let life: MatchesService;
let ends: MatchExpiryService;

beforeAll(async () => {
  desk = await openDesk('2026-03-10T05:00:00Z', matchingEntities);
  const { source, clock, catalogue, ledger, needs, offers } = desk;
  life = new MatchesService(source, clock, catalogue, ledger, needs, offers);
  ends = new MatchExpiryService(source, clock, ledger, needs, offers);
});
afterAll(async () => {
  expect((await verifyLedger(desk.source)).alarms).toEqual([]);
  await desk.db.drop();
});

async function propose(offerId: string, needId: string, amount: number, unit = 'pcs'): Promise<string> {
  const id = newId();
  await desk.source.query(
    `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, proposed_at) VALUES ($1, $2, $3, 'proposed', $4, $5, 500000, '[]', 1, $6)`,
    [id, offerId, needId, amount, unit, desk.clock.now()],
  );
  return id;
}

/** An open need, an offer and their proposal. */
async function pair(amount = 50, need: Partial<NeedForm> = {}, offer: Partial<OfferForm> = {}) {
  const needId = await desk.openNeed({ autoAccept: false, ...need });
  const offerId = await desk.postOffer(offer);
  return { needId, offerId, matchId: await propose(offerId, needId, amount) };
}

const match = (id: string) => desk.source.manager.findOneByOrFail(MatchEntity, { id });
const needBalance = async (id: string) => (await desk.ledger.needBalances(desk.source, [id])).get(id);
const offerBalance = async (id: string) => (await desk.ledger.offerBalances(desk.source, [id])).get(id);

test('a hold does not outlive its need: both hear of it, the part is free again, and it is nobody’s broken promise', async () => {
  const { source, clock } = desk;
  const deadline = new Date(clock.now().getTime() + 30 * DAY_MS);
  const [held, agreed, handed] = [await pair(50, { deadline }), await pair(50, { deadline }), await pair(50, { deadline })];
  for (const { matchId } of [held, agreed, handed]) await life.accept(desk.donor, matchId);
  for (const { matchId } of [agreed, handed]) await life.accept(desk.coordinator, matchId);
  await life.deliver(desk.donor, handed.matchId);
  await source.query('UPDATE needs SET fresh_until = $2 WHERE id = ANY($1)', [[held, agreed, handed].map(({ needId }) => needId), clock.now()]); // nobody said that they still stand
  await ends.expireDue();
  for (const { needId, offerId, matchId } of [held, agreed]) {
    expect(await match(matchId)).toMatchObject({ status: 'cancelled', endedBy: 'clock', reason: 'need-expired' });
    expect(await desk.facts(needId)).toContain('match.cancelled'); // from which the mails to both follow
    expect([(await needBalance(needId))?.reserved, await offerBalance(offerId)]).toMatchObject([0, { available: 50, reserved: 0 }]);
  }
  expect((await match(handed.matchId)).status).toBe('delivered'); // on its way: the organization still says what came
});

test('what is told of a match is true when it is read: how much of the need it meets, and who kept promises', async () => {
  const { source, clock, catalogue, ledger } = desk;
  const reads = new MatchReads(source, catalogue, new MatchesQueries(source, clock, ledger));
  const needId = await desk.openNeed({ quantity: '20', autoAccept: false });
  const [mine, theirs] = [await desk.people.person('Мария Своя'), await desk.people.person('Олег Другой')];
  const part = (name: string, key: string, params: object) => ({ part: name, value: 1_000_000, weight: 1, key, params });
  const parts = [part('completion', 'completion.whole', {}), part('trust', 'trust.both', { orgKept: 0, orgOf: 0, donorKept: 0, donorOf: 0 })];
  const [first, second] = [await propose(await desk.postOffer({ quantity: '20' }, mine), needId, 20), await propose(await desk.postOffer({ quantity: '20' }, theirs), needId, 20)];
  await source.query('UPDATE matches SET parts = $2 WHERE id = ANY($1)', [[first, second], JSON.stringify(parts)]);
  const read = async (id: string) => {
    const { amount, parts: told } = await reads.one(id === first ? mine : theirs, id, 'en');
    return [amount, ...told.map(({ sentence }) => sentence.replaceAll('\u00a0', ' '))];
  };
  expect((await read(second)).slice(0, 2)).toEqual([20, 'meets the whole need']);
  await life.accept(mine, first, { quantity: '14', unit: 'pcs' });
  expect((await read(first)).slice(0, 2)).toEqual([14, 'meets 14 pieces of 20 pieces, that is 70%']);
  expect((await read(second)).slice(0, 2)).toEqual([6, 'meets all that is left: 6 pieces']);
  const [, , before] = await read(second);
  await life.accept(desk.coordinator, first);
  await life.confirm(desk.coordinator, first);
  expect((await read(first))[1]).toBe('arrived: 14 pieces');
  const [, , after] = await read(second);
  const hands = (sentence: unknown): number => Number(/of (\d+) hand-overs/.exec(String(sentence))?.[1] ?? 0);
  expect(hands(after)).toBe(hands(before) + 1);
});

test('what was lost on the way has left its giver and arrived nowhere: the need, the offer, the match and the statement say one number', async () => {
  const { source, clock, catalogue, ledger } = desk;
  const { needId, offerId, matchId } = await pair(10, {}, { quantity: '10' });
  const closing = async (): Promise<number> => (await new Statements(source, clock).issue({ partyId: desk.donor.personId, side: 'donor', timeZone: 'Asia/Yakutsk' })).units.find(({ unit }) => unit === 'pcs')?.closing ?? 0;
  const before = await closing();
  await life.accept(desk.donor, matchId);
  await life.accept(desk.coordinator, matchId);
  await life.confirm(desk.coordinator, matchId, { quantity: '8', unit: 'pcs', lost: '1' });

  expect(await needBalance(needId)).toMatchObject({ received: 8 });
  expect((await new OffersQueries(source, ledger).byId(desk.donor, offerId)).balance).toMatchObject({ pledged: 10, available: 1, delivered: 8, lost: 1, released: 0 });
  expect((await new MatchReads(source, catalogue, new MatchesQueries(source, clock, ledger)).one(desk.donor, matchId, 'ru')).arrived).toEqual({ amount: 8, text: '8\u00a0шт', lost: 1, lostText: '1\u00a0шт' });
  const { units } = await new Statements(source, clock).issue({ partyId: desk.donor.personId, side: 'donor', timeZone: 'Asia/Yakutsk' });
  expect(units.flatMap(({ entries }) => entries).filter(({ match: of }) => of === matchId).map(({ kind, state, amount }) => [kind, state, amount]).sort()).toEqual([['delivery', 'posted', 8], ['delivery', 'voided', 2], ['loss', 'lost', 1]]);
  expect(await closing()).toBe(before + 8);
});

test('the times of a match never run backwards, whichever clock is behind; and where one does, the check says so', async () => {
  const { clock, source } = desk;
  const { matchId } = await pair();
  const start = clock.now();
  const back = (seconds: number): void => clock.set(new Date(start.getTime() - seconds * 1_000)); // another process's clock
  await life.accept(desk.donor, matchId);
  back(10);
  await life.accept(desk.coordinator, matchId);
  back(30);
  await life.deliver(desk.donor, matchId);
  back(20);
  await life.confirm(desk.coordinator, matchId);
  clock.set(start);
  const backwards = async () => (await source.query(matchingChecks.find(({ sentence }) => sentence.includes('backwards'))!.sql)) as unknown[];
  expect(await backwards()).toEqual([]);
  await source.query(`UPDATE matches SET accepted_at = accepted_at - interval '1 second' WHERE id = $1`, [matchId]);
  expect(await backwards()).toEqual([{ id: matchId }]);
  await source.query(`UPDATE matches SET accepted_at = accepted_at + interval '1 second' WHERE id = $1`, [matchId]);
});
