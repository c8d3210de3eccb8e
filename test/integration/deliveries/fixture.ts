import { newId, DAY_MS, HOUR_MS } from '#kernel';
import type { Actor } from '#identity';
import { Carriers, HandOverEntries, matchingChecks, matchingEntities, MatchesService } from '#matching';
import { Asking, Carrying, deliveriesChecks, DeliveriesQueries, Trips, type TripForm } from '#deliveries';
import { verifyLedger } from '#ledger';
import { openDesk } from '../needs/fixture.js';
import { proposerOf } from '../matching/life-fixture.js';

/** The desk with drivers: agreed things, trips, and what the worker does about them. */
export async function openRoad(at = '2026-03-10T05:00:00Z', more: Parameters<typeof openDesk>[1] = []) {
  const desk = await openDesk(at, [...matchingEntities, ...more]);
  const { source, clock, catalogue, ledger, needs, offers } = desk;
  const matches = new MatchesService(source, clock, catalogue, ledger, needs, offers);
  const carriers = new Carriers(source, matches);
  const asking = new Asking(source, clock, catalogue, carriers);
  const trips = new Trips(source, clock, catalogue, carriers);
  const carrying = new Carrying(source, clock, catalogue, carriers);
  const entries = new HandOverEntries(source, clock, catalogue, matches);
  const propose = proposerOf(desk);
  const hours = (count: number): Date => new Date(clock.now().getTime() + count * HOUR_MS);
  const donors = new Map<string, Actor>();
  /** Each thing has a giver of its own: how much one may promise is bounded. */
  const donorOf = (match: string): Actor => donors.get(match) ?? desk.donor;
  return {
    ...desk,
    donorOf,
    matches,
    asking,
    trips,
    carrying,
    entries,
    reads: new DeliveriesQueries(source, clock, catalogue),
    /** Both have said yes to so many heaters. */
    async agreed(amount = 6): Promise<{ match: string; offer: string; need: string }> {
      const donor = await desk.people.person('Анна Дарина');
      const need = await desk.openNeed({ autoAccept: false });
      const offer = await desk.postOffer({ quantity: String(amount) }, donor);
      const match = await propose(offer, need, amount);
      await matches.accept(donor, match);
      await matches.accept(desk.coordinator, match);
      donors.set(match, donor);
      return { match, offer, need };
    },
    /** Asked for by the giver, with both ends known. */
    async asked(match: string, kg: number, m3 = 0.1, address = `ул. Образцовая, ${match.slice(-4)}`): Promise<string> {
      const leg = await asking.ask(donorOf(match), match, { kg, m3, address });
      await asking.ask(desk.coordinator, match, { address: 'Склад, ворота 2' });
      return leg;
    },
    async driver(kg: number, m3 = 9, changes: Partial<TripForm> = {}): Promise<{ driver: Actor; trip: string }> {
      const driver = await desk.people.person('Пётр Водитель');
      const offer = await desk.postOffer(
        {
          kind: 'time',
          category: 'emergency-logistics',
          item: undefined,
          quantity: '8',
          unit: 'hour',
          until: new Date(clock.now().getTime() + 60 * DAY_MS),
        },
        driver,
      );
      const form: TripForm = { from: hours(2), until: hours(12), route: ['zeya', 'selemdzhinsky'], kg, m3, ...changes };
      return { driver, trip: await trips.plan(driver, offer, form) };
    },
    codes: async (match: string): Promise<{ giver: string; carrier: string | null }> =>
      (
        (await source.query('SELECT code AS giver, carrier_code AS carrier FROM hand_over_codes WHERE match_id = $1', [
          match,
        ])) as { giver: string; carrier: string | null }[]
      )[0] ?? { giver: '', carrier: null },
    legStatus: async (leg: string): Promise<string> =>
      ((await source.query('SELECT status FROM delivery_legs WHERE id = $1', [leg])) as { status: string }[])[0]
        ?.status ?? 'none',
    /** What the worker does after a match has ended. */
    follow: (match: string, type: 'match.confirmed' | 'match.cancelled' = 'match.confirmed'): Promise<void> =>
      source.transaction(
        (tx) =>
          carrying.followJob.apply?.(tx, {
            id: newId(),
            type,
            payload: { matchId: match, offerId: match, needId: match },
            at: clock.now(),
            position: 1,
          }) ?? Promise.resolve(),
      ),
    books: async (match: string, offer: string): Promise<string[]> =>
      (
        (await source.query(
          `SELECT t.kind || ' ' || t.phase || ' ' || t.amount || coalesce(' ' || t.reason, '') AS line FROM transfers t WHERE (t.subject_id = $1 OR (t.subject_id = $2 AND t.kind = 'release')) AND t.phase <> 'held' ORDER BY line`,
          [match, offer],
        )) as { line: string }[]
      ).map(({ line }) => line),
    /** Every sentence that must hold, those of the ledger included. */
    async holds(): Promise<void> {
      expect((await verifyLedger(source, { more: [...deliveriesChecks, ...matchingChecks] })).alarms).toEqual([]);
    },
  };
}

export type Road = Awaited<ReturnType<typeof openRoad>>;
