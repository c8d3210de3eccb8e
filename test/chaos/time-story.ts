import type { DataSource } from 'typeorm';
import { newId } from '#kernel';
import { record } from '#platform';
import type { Caller, TestApi } from '../support/api.js';
import { alarms, ok, Region, until } from '../support/region.js';

const HOUR_MS = 3_600_000;
/** By so much the clock of the worker is ahead when it has all of this to itself. */
export const AHEAD_MS = 30 * HOUR_MS;

/** What there is at the end, without ids and times: two stories that went the same way are equal. */
export type Ending = Record<string, unknown>;

const inHours = (hours: number): Date => new Date(Date.now() + hours * HOUR_MS);
/** Ten in the morning in Yakutsk (UTC+9) of the first day that begins so many hours from now. */
const morningAfter = (hours: number): Date => {
  const at = inHours(hours);
  return new Date(Math.ceil((at.getTime() - HOUR_MS) / (24 * HOUR_MS)) * 24 * HOUR_MS + HOUR_MS);
};

/**
 * All that time alone does to shifts, and to trips: a place that nobody takes goes on, a queue ends, a consent lapses, people are reminded and asked, a series grows, a clearing proposes a place, a
 * trip is over, its hours are proposed, an agreed thing lapses. No two of them meet in one shift or person, so that their order does not matter.
 */
export class TimeStory {
  private constructor(
    private readonly source: DataSource,
    private readonly api: TestApi,
    private readonly region: Region,
    private readonly need: string,
  ) {}

  static async of(api: TestApi, source: DataSource): Promise<TimeStory> {
    const region = await Region.of(api, source);
    const need = await region.openNeed({
      kind: 'time',
      category: 'emergency-logistics',
      item: undefined,
      quantity: '200',
      unit: 'hour',
      autoAccept: true,
    });
    return new TimeStory(source, api, region, need);
  }

  /** Of what the clock is to do, that which an ending knows nothing of. */
  static untold(ending: Ending): string[] {
    const text = JSON.stringify(ending).replaceAll('\\', '');
    return [
      ...['place-not-taken', 'shift-began', 'no-consent'].map((reason) => `"ended_reason":"${reason}"`),
      ...['kept', 'proposed', 'day', 'hours'].map((mark) => `"${mark}":true`),
      ...['day', 'hours', 'task-due', 'left', 'ask-organization', 'offered', 'place-proposed', 'ended'].map(
        (letter) => `"template":"shift.${letter}"`,
      ),
      '"status":"lapsed"', // the consent
      '"status":"ended","hours":1',
      '"status":"ended","hours":0',
      '"status":"expired","amount":5',
    ].filter((told) => !text.includes(told));
  }

  /** What people do; the letters about it are written by a worker whose clock is right. */
  async prepare(): Promise<void> {
    await this.forgotten();
    await this.signedUp(await this.plan({ from: inHours(53) })); // a day before
    await this.signedUp(await this.plan({ from: inHours(31.5) })); // two hours before
    const passed = await this.plan({ from: inHours(50) });
    const [first] = [await this.signedUp(passed), await this.signedUp(passed), await this.signedUp(passed)];
    ok(await first.who.post(`/sign-ups/${first.id}/cancel`));
    const full = await this.plan({ from: inHours(5) });
    for (const _ of ['in', 'waits']) await this.signedUp(full);
    await this.signedUp(await this.plan({ until: inHours(29).toISOString(), minutes: 60 }));
    const minor = await this.signedUp(await this.plan({ from: morningAfter(60) }), { age: 16 });
    await this.source.query(`UPDATE guardian_consents SET until = now() + interval '1 hour' WHERE sign_up_id = $1`, [
      minor.id,
    ]);
    await this.plan({ from: inHours(20), repeat: { rule: 'FREQ=WEEKLY' } });
    await this.wished();
    await this.agreed();
  }

  /** What a clearing and a driver leave behind, told when everything else has been. */
  async tell(): Promise<void> {
    const { source, region } = this;
    const [over, driven] = [newId(), newId()];
    const offer = await region.postOffer({
      kind: 'time',
      category: 'emergency-logistics',
      item: undefined,
      quantity: '8',
      unit: 'hour',
    });
    await source.query(
      `INSERT INTO trips (id, offer_id, driver_id, status, starts_at, ends_at, route, capacity_grams, capacity_litres, created_at, ended_at)
       SELECT id, $3, $4, status, now(), now() + interval '2 hours', '{zeya,selemdzhinsky}', 1000, 1000, now(), ended
       FROM (VALUES ($1::uuid, 'planned', NULL::timestamptz), ($2, 'ended', now())) AS t(id, status, ended)`,
      [over, driven, offer, region.donor.personId],
    );
    const hours = [
      {
        organizationId: region.organization,
        deliveries: 2,
        from: inHours(-2).toISOString(),
        until: new Date().toISOString(),
      },
    ];
    await source.transaction(async (tx) => {
      await record(tx, 'trip.ended', { tripId: driven, driverId: region.donor.personId, hours });
      await record(tx, 'clearing.time-cleared', { clearingId: newId() });
    });
  }

  /** Waits until nothing that was told is undone; what is due by the clock only where it is ahead. */
  async settled(aheadMs = 0): Promise<void> {
    const due = `SELECT ((SELECT count(*) FROM facts WHERE position IS NULL) + (SELECT count(*) FROM fact_jobs WHERE handled_at IS NULL AND failed_at IS NULL))::int AS tasks,
      ((SELECT count(*) FROM sign_ups WHERE offered_until <= $1) + (SELECT count(*) FROM sign_ups WHERE status = 'waiting' AND starts_at <= $1)
       + (SELECT count(*) FROM guardian_consents WHERE status = 'waiting' AND until <= $1)
       + (SELECT count(*) FROM sign_ups u JOIN shifts s ON s.id = u.shift_id WHERE u.status = 'signed_up' AND NOT s.any_time AND u.starts_at > $1
            AND ((u.day_reminded_at IS NULL AND u.starts_at <= $1 + interval '24 hours') OR (u.hours_reminded_at IS NULL AND u.starts_at <= $1 + interval '2 hours')))
       + (SELECT count(*) FROM sign_ups WHERE status = 'signed_up' AND starts_at = ends_at AND ends_at <= $1 AND due_asked_at IS NULL)
       + (SELECT count(*) FROM sign_ups WHERE status = 'checked_in' AND (left_asked_at IS NULL OR asked_at IS NULL))
       + (SELECT count(*) FROM shift_series WHERE look_at <= $1) + (SELECT count(*) FROM matches WHERE status = 'held' AND deadline < $1)
       + (SELECT count(*) FROM trips WHERE status = 'planned'))::int AS due`;
    await until(
      'all that is due is done',
      async () => {
        const [row] = (await this.source.query(due, [new Date(Date.now() + aheadMs)])) as [
          { tasks: number; due: number },
        ];
        return row.tasks === 0 && (aheadMs === 0 || row.due === 0);
      },
      1_200_000,
    );
  }

  async ending(): Promise<Ending> {
    const read = async (sql: string): Promise<string[]> =>
      ((await this.source.query(sql)) as object[]).map((row) => JSON.stringify(row)).sort();
    return {
      need: await this.region.needBalance(this.need),
      signUps: await read(
        `SELECT status, ended_reason, number, offered_until IS NOT NULL AS kept, proposed_by IS NOT NULL AS proposed, day_reminded_at IS NOT NULL AS day, hours_reminded_at IS NOT NULL AS hours FROM sign_ups`,
      ),
      shifts: await read('SELECT status, capacity, taken, series_id IS NOT NULL AS series, any_time FROM shifts'),
      consents: await read('SELECT status FROM guardian_consents'),
      trips: await read(
        'SELECT status, (SELECT count(*) FROM trip_hours h WHERE h.trip_id = t.id)::int AS hours FROM trips t',
      ),
      matches: await read(`SELECT status, amount, unit FROM matches WHERE status <> 'proposed'`),
      transfers: await read('SELECT kind, phase, amount, reason, subject_type FROM transfers'),
      accounts: await read('SELECT kind, unit, required, posted_in, posted_out, held_in, held_out FROM accounts'),
      mails: await read(
        `SELECT template, count(*)::int AS mails FROM mails WHERE template ~ '^shift' GROUP BY template`,
      ),
      failed: await read(
        'SELECT job FROM due_row_failures UNION SELECT job FROM fact_jobs WHERE failed_at IS NOT NULL',
      ),
      alarms: await alarms(this.source),
    };
  }

  private async plan(form: { from?: Date; until?: string; [said: string]: unknown }): Promise<string> {
    const times = form.from
      ? { from: form.from.toISOString(), until: new Date(form.from.getTime() + 2 * HOUR_MS).toISOString() }
      : {};
    const body = { meet: 'Склад, ворота 2', capacity: 1, ...form, ...times };
    return ok(await this.region.coordinator.post(`/needs/${this.need}/shifts`, body), 201).body.id;
  }

  private async signedUp(shift: string, said: object = {}): Promise<{ who: Caller; id: string }> {
    const who = await this.api.person();
    return { who, id: ok(await who.post(`/shifts/${shift}/sign-ups`, said), 201).body.id };
  }

  /** Somebody checked in and said nothing when they left; nobody has confirmed their hours. */
  private async forgotten(): Promise<void> {
    const shift = await this.plan({ from: inHours(0.3) });
    const { who, id } = await this.signedUp(shift);
    const { checkInCode } = ok(await this.region.coordinator.get(`/shifts/${shift}`)).body;
    ok(await who.post(`/sign-ups/${id}/check-in`, { code: checkInCode }));
  }

  /** Somebody says where and when they would come; no other shift lies there. The weekly letter about it is not due. */
  private async wished(): Promise<void> {
    const who = await this.api.person();
    const windows = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' }];
    const wish = { place: 'zeya', radiusKm: 20, remote: false, skills: [], windows, told: true };
    ok(await who.call('PUT', '/me/shift-wishes', wish));
    await this.source.query(`UPDATE shift_wishes SET tell_at = now() + interval '90 days'`);
    await this.plan({ from: morningAfter(60), place: 'zeya', capacity: 4 });
  }

  /** A thing to which its giver has said yes, and the organization nothing. */
  private async agreed(): Promise<void> {
    const { region, source } = this;
    const match = await region.propose(await region.postOffer({ quantity: '5' }), await region.openNeed(), 5);
    ok(await region.donor.post(`/matches/${match}/accept`, {}));
    await source.query(`UPDATE matches SET deadline = now() + interval '1 hour' WHERE id = $1`, [match]);
  }
}
