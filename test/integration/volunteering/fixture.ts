import { AccountLimit, type Actor } from '#identity';
import { HOUR_MS } from '#kernel';
import { matchingEntities, MatchExpiryService, MatchesService, SignUpMatches } from '#matching';
import type { NeedForm } from '#forms';
import { Env } from '#host';
import { type Tx } from '#platform';
import {
  AsksService,
  AttendanceService,
  CalendarsService,
  CandidatesQueries,
  DeparturesService,
  EntriesService,
  FollowJobs,
  OwnShiftsQueries,
  OwnWordService,
  ProposeShifts,
  SeriesService,
  ShiftClock,
  ShiftMails,
  ShiftsQueries,
  ShiftsService,
  SignUpEntity,
  SignUpsService,
  UpcomingQueries,
  WishesService,
  WishMails,
  volunteeringChecks,
  volunteeringEntities,
  type ShiftForm,
} from '#volunteering';
import { verifyLedger } from '#ledger';
import { openDesk } from '../needs/fixture.js';

/** The desk with shifts: one organization that plans them, and what the worker does. */
export async function openShifts(at = '2026-03-10T05:00:00Z') {
  const desk = await openDesk(at, [...matchingEntities, ...volunteeringEntities]);
  const { source, clock, catalogue, ledger, needs, offers, db } = desk;
  const matches = new SignUpMatches(ledger, needs, offers);
  const shifts = new ShiftsService(source, clock, catalogue, ledger, needs, matches);
  const signUps = new SignUpsService(source, clock, catalogue, ledger, needs, matches);
  const env = new Env({ NODE_ENV: 'test', DATABASE_URL: db.url, PUBLIC_URL: 'https://lepta.example.org' });
  const limit = { count: async () => {} } as unknown as AccountLimit;
  const attendance = new AttendanceService(source, clock, catalogue, limit, signUps, matches);
  const candidates = new CandidatesQueries(source, clock, catalogue);
  const life = new MatchesService(source, clock, catalogue, ledger, needs, offers);
  const ends = new MatchExpiryService(source, clock, ledger, needs, offers);
  const follow = new FollowJobs(clock, needs, matches, shifts);
  const ownShifts = new OwnShiftsQueries(source, clock, catalogue, env);
  const reads = new ShiftsQueries(source, clock, catalogue, env, ownShifts);
  const shiftForm = (changes: Partial<ShiftForm> = {}): ShiftForm => {
    const from = changes.from ?? new Date(clock.now().getTime() + 48 * HOUR_MS);
    const until = new Date(from.getTime() + 3 * HOUR_MS);
    return {
      ...(changes.minutes === undefined ? { from } : {}),
      until,
      capacity: 1,
      meet: 'Склад, ворота 2',
      ...changes,
    };
  };
  return {
    ...desk,
    matches,
    shifts,
    series: new SeriesService(source, clock, catalogue, needs, shifts),
    signUps,
    candidates,
    asks: new AsksService(source, clock, catalogue, candidates),
    entries: new EntriesService(source, clock, needs, signUps, attendance),
    attendance,
    departures: new DeparturesService(clock, signUps),
    word: new OwnWordService(clock, catalogue, signUps, matches),
    life,
    ends,
    follow,
    shiftReads: reads,
    ownShifts,
    shiftForm,
    env,
    upcoming: new UpcomingQueries(source, clock, catalogue),
    wishes: new WishesService(source, clock, catalogue, reads),
    proposing: new ProposeShifts(source, clock, catalogue, needs),
    wishMails: new WishMails(source, clock, catalogue, env),
    mails: new ShiftMails(source, clock, catalogue),
    calendars: new CalendarsService(source, clock, catalogue, env),
    clockJob: new ShiftClock(source, clock, needs, matches),
    openTime: (hours = '12', changes: Partial<NeedForm> = {}): Promise<string> =>
      desk.openNeed({
        kind: 'time',
        category: 'emergency-logistics',
        item: undefined,
        title: 'Сортировка помощи',
        quantity: hours,
        unit: 'hour',
        autoAccept: true,
        ...changes,
      }),
    plan: (needId: string, changes: Partial<ShiftForm> = {}, who: Actor = desk.coordinator): Promise<string> =>
      shifts.plan(who, needId, shiftForm(changes)),
    signUp: (id: string): Promise<SignUpEntity> => source.manager.findOneByOrFail(SignUpEntity, { id }),
    codeOf: async (id: string): Promise<string> =>
      ((await source.query('SELECT code FROM shifts WHERE id = $1', [id])) as { code: string }[])[0]!.code,
    needOf: async (id: string) => (await ledger.needBalances(source, [id])).get(id),
    offerOf: async (signUpId: string) => {
      const [row] = (await source.query(
        'SELECT o.id, o.status FROM sign_ups u JOIN matches m ON m.id = u.match_id JOIN offers o ON o.id = m.offer_id WHERE u.id = $1',
        [signUpId],
      )) as { id: string; status: string }[];
      const balance = (await ledger.offerBalances(source, [row!.id])).get(row!.id)!;
      return { status: row!.status, ...balance };
    },
    /** What the facts about matches and needs lead to in sign-ups. */
    followAll: async (): Promise<void> => {
      const facts: { type: string; payload: { matchId: string; needId: string } }[] = await source.query(
        `SELECT type, payload FROM facts WHERE type IN ('match.confirmed', 'match.cancelled', 'match.expired', 'match.objection-settled', 'need.withdrawn', 'need.closed', 'need.expired') ORDER BY id`,
      );
      for (const { type, payload } of facts) {
        await source.transaction((tx: Tx) =>
          (type.startsWith('need.') ? follow.need : follow.match).apply!(tx, {
            id: '',
            type,
            payload,
            at: new Date(),
            position: null,
          } as never),
        );
      }
    },
    /** What the jobs behind the facts of shifts write, and who got which letter since: template, person, subject, body. */
    tell: async (): Promise<{ template: string; personId: string; subject: string; body: string; kind: string }[]> => {
      const facts: { id: string; type: string; payload: object }[] = await source.query(
        `SELECT id, type, payload FROM facts WHERE type LIKE 'shift.%' OR type LIKE 'sign-up.%' OR type = 'match.objected' ORDER BY id`,
      );
      const mails = new ShiftMails(source, clock, catalogue);
      const before: { id: string }[] = await source.query('SELECT id FROM mails');
      for (const fact of facts) {
        const job = fact.type.startsWith('shift.')
          ? fact.type === 'shift.planned'
            ? null
            : mails.shift
          : fact.type === 'match.objected'
            ? mails.objection
            : mails.signUp;
        if (job)
          await source.transaction((tx: Tx) => job.apply!(tx, { ...fact, at: new Date(), position: null } as never));
      }
      return source.query(
        `SELECT template, person_id AS "personId", subject, body, kind FROM mails WHERE id <> ALL($1) ORDER BY created_at, template, person_id`,
        [before.map(({ id }) => id)],
      );
    },
    alarms: async (): Promise<readonly string[]> => (await verifyLedger(source, { more: volunteeringChecks })).alarms,
  };
}

export type Shifts = Awaited<ReturnType<typeof openShifts>>;
