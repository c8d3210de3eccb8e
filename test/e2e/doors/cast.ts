import type { DataSource } from 'typeorm';
import type { Caller, TestApi } from '../../support/api.js';
import { heaters, inDays, monthlyGift, ok, verifiedOrganization, wish } from '../../support/region.js';
import { newId } from '#kernel';

/**
 * Who may stand before a door. `person` has an account and nothing else (as volunteers do), `unconfirmed` one whose address was never confirmed,
 * `giver` offers of their own, `donor` those that this is about, `program` is an API key of the donor; `foreign` coordinates another
 * organization, `official` speaks for the municipality.
 */
export const ROLES = [
  'visitor',
  'person',
  'unconfirmed',
  'giver',
  'donor',
  'program',
  'accountant',
  'coordinator',
  'owner',
  'foreign',
  'official',
  'moderator',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];
/** Everybody who has signed in by hand. */
export const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'visitor' && role !== 'program');

/** What a private need says and nobody but its parties reads. */
export const PRIVATE_WORDS = 'Сиреневая-улица-дом-пять';
/** What stands in a mail to the donor; the outbox is the administrators' to read. */
export const MAIL_WORDS = 'Письмо-не-вам';
/** An open need whose words only the parties read; the organization's yes was to be given beforehand. */
export const PRIVATE_NEED = {
  category: 'relief-violence',
  title: `Обогреватели: ${PRIVATE_WORDS}`,
  description: `Привезти сюда: ${PRIVATE_WORDS}, вход со двора.`,
  beneficiaries: 2,
  autoAccept: true,
};

/** One organization with all its people, a foreign one, and everybody else who knocks. */
export class Cast {
  private shifts = 0;

  private constructor(
    readonly api: TestApi,
    readonly source: DataSource,
    readonly organization: string,
    readonly foreignOrganization: string,
    private readonly callers: Map<Role, Caller>,
  ) {}

  static async of(api: TestApi, source: DataSource): Promise<Cast> {
    const owner = await api.person();
    const other = await api.person();
    const organization = await verifiedOrganization(source, owner.personId);
    const foreign = await verifiedOrganization(source, other.personId);
    const donor = await api.person();
    const secret = ok(await donor.post('/api-keys', { name: 'программа' }), 201).body.secret as string;
    const program = api.program(secret);
    program.personId = donor.personId;
    const giver = await api.person();
    ok(await giver.post('/offers', wish()), 201);
    const callers = new Map<Role, Caller>([
      ['visitor', api.visitor()],
      ['giver', giver],
      ['donor', donor],
      ['program', program],
      ['owner', owner],
    ]);
    const cast = new Cast(api, source, organization, foreign, callers);
    for (const role of ROLES) if (!callers.has(role)) callers.set(role, await cast.another(role));
    return cast;
  }

  /** Another person who is the same to the doors: for what ends a part (signing out, erasure). A visitor and a program have nothing to lose. */
  async another(role: Role): Promise<Caller> {
    if (role === 'visitor' || role === 'program') return this.as(role);
    if (role === 'moderator' || role === 'administrator') return this.api.person(role);
    if (role === 'accountant' || role === 'coordinator' || role === 'owner')
      return this.api.person([this.organization, role]);
    if (role === 'foreign') return this.api.person([this.foreignOrganization, 'coordinator']);
    const person = await this.api.person();
    if (role === 'unconfirmed')
      await this.source.query('UPDATE people SET email_confirmed_at = NULL WHERE id = $1', [person.personId]);
    if (role === 'official')
      await this.source.query(
        `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, 'official', 'place', 'zeya')`,
        [newId(), person.personId],
      );
    return person;
  }

  as(role: Role): Caller {
    const caller = this.callers.get(role);
    if (!caller) throw new Error(`nobody plays ${role}`);
    return caller;
  }

  replace(role: Role, caller: Caller): void {
    this.callers.set(role, caller);
  }

  async need(
    status:
      | 'draft'
      | 'in_review'
      | 'open'
      | 'partly_met'
      | 'met'
      | 'reported'
      | 'closed'
      | 'returned'
      | 'expired'
      | 'withdrawn' = 'open',
    changes: object = {},
  ): Promise<string> {
    const id = ok(await this.as('coordinator').post('/needs', heaters(this.organization, changes)), 201).body
      .id as string;
    if (status === 'draft') return id;
    const opened =
      status === 'in_review' || status === 'returned'
        ? `NULL, fresh_until = NULL`
        : `now(), fresh_until = now() + interval '60 days'`;
    await this.source.query(
      `UPDATE needs SET status = $2, opened_at = ${opened}, return_reason = CASE WHEN $2 = 'returned' THEN 'Поправьте' END WHERE id = $1`,
      [id, status],
    );
    return id;
  }

  /** A shift of an open need of the organization, to come in two days; each at another time, so that nobody is in two at once. */
  async shift(status: 'planned' | 'cancelled' = 'planned', need?: string): Promise<string> {
    const from = Date.parse(inDays(2)) + (this.shifts += 1) * 3_600_000;
    const form = {
      from: new Date(from).toISOString(),
      until: new Date(from + 1_800_000).toISOString(),
      capacity: 1,
      meet: 'Склад, ворота 2',
    };
    const id = ok(await this.as('coordinator').post(`/needs/${need ?? (await this.timeNeed())}/shifts`, form), 201).body
      .id as string;
    if (status === 'cancelled') ok(await this.as('coordinator').post(`/shifts/${id}/cancel`));
    return id;
  }

  timeNeed(status: 'open' | 'draft' = 'open', changes: object = {}): Promise<string> {
    return this.need(status, {
      kind: 'time',
      category: 'emergency-logistics',
      item: undefined,
      quantity: '100',
      unit: 'hour',
      title: 'Сортировка помощи',
      ...changes,
    });
  }

  /** The donor's sign-up, brought to `status` by its own verbs; `begun` is signed up for a shift that runs. All lie within this hour, and those of one try none at the same minute. */
  async signUp(
    status:
      | 'signed_up'
      | 'begun'
      | 'waiting'
      | 'offered'
      | 'checked_in'
      | 'confirmed'
      | 'objected'
      | 'no_show'
      | 'cancelled' = 'signed_up',
  ): Promise<string> {
    const slot = (this.shifts += 1);
    const [donor, coordinator, shift] = [this.as('donor'), this.as('coordinator'), await this.shift()];
    const before =
      status === 'waiting' || status === 'offered'
        ? (ok(await this.as('giver').post(`/shifts/${shift}/sign-ups`), 201).body.id as string)
        : null;
    const id = ok(await donor.post(`/shifts/${shift}/sign-ups`), 201).body.id as string;
    const starts = new Date(
      Date.now() +
        (['signed_up', 'waiting', 'offered', 'cancelled'].includes(status) ? 300_000 : -3_300_000) +
        (slot % 50) * 60_000,
    );
    for (const [table, key] of [
      ['shifts', 'id'],
      ['sign_ups', 'shift_id'],
    ] as const) {
      await this.source.query(
        `UPDATE ${table} SET starts_at = $2, ends_at = $2::timestamptz + interval '1 minute' WHERE ${key} = $1`,
        [shift, starts],
      );
    }
    if (status === 'offered') ok(await coordinator.post(`/sign-ups/${before}/cancel`));
    if (status === 'cancelled') ok(await donor.post(`/sign-ups/${id}/cancel`));
    if (status === 'no_show') ok(await coordinator.post(`/sign-ups/${id}/no-show`));
    if (['checked_in', 'confirmed', 'objected'].includes(status))
      ok(await coordinator.post(`/sign-ups/${id}/check-in`));
    if (status === 'confirmed' || status === 'objected')
      ok(await coordinator.post(`/sign-ups/${id}/confirm`, { minutes: 30 }));
    if (status === 'objected') ok(await donor.post(`/sign-ups/${id}/dispute`, { minutes: 60, reason: 'До конца' }));
    return id;
  }

  async offer(changes: object = {}, of: Role = 'donor'): Promise<string> {
    return ok(await this.as(of).post('/offers', wish({ until: inDays(60), ...changes })), 201).body.id as string;
  }

  /** A standing offer of the donor, brought to `status` by its own verbs. */
  async standing(status: 'active' | 'paused' | 'ended' = 'active'): Promise<string> {
    const id = ok(await this.as('donor').post('/standing-offers', monthlyGift()), 201).body.id as string;
    if (status !== 'active')
      ok(await this.as('donor').post(`/standing-offers/${id}/${status === 'paused' ? 'pause' : 'end'}`));
    return id;
  }

  /** A match of the donor's offer (or of another's) and a need of the organization, brought as far as `status` by its own verbs. */
  async match(
    status:
      | 'proposed'
      | 'held'
      | 'accepted'
      | 'delivered'
      | 'disputed'
      | 'confirmed'
      | 'cancelled'
      | 'declined'
      | 'expired' = 'proposed',
    changes: object = {},
    giver: Role = 'donor',
  ): Promise<string> {
    const [need, offer, id] = [await this.need('open', changes), await this.offer({}, giver), newId()];
    if (giver === 'unconfirmed') await this.source.query(`UPDATE offers SET status = 'open' WHERE id = $1`, [offer]); // as it was before such offers waited
    await this.source.query(
      `INSERT INTO matches (id, offer_id, need_id, amount, unit, score, parts, weights_version, status, proposed_at) VALUES ($1, $2, $3, 50, 'pcs', 0, '[]', 1, 'proposed', now())`,
      [id, offer, need],
    );
    const [donor, coordinator] = [this.as('donor'), this.as('coordinator')];
    const steps: [string, Caller, string, object][] = [
      ['held', donor, 'accept', {}],
      ['accepted', coordinator, 'accept', {}],
      ['delivered', donor, 'deliver', {}],
      ['disputed', coordinator, 'dispute', { reason: 'Не то' }],
    ];
    if (status === 'declined') ok(await donor.post(`/matches/${id}/decline`));
    if (status === 'expired')
      await this.source.query(
        `UPDATE matches SET status = 'expired', ended_at = now(), ended_by = 'clock' WHERE id = $1`,
        [id],
      );
    const end: Record<'confirmed' | 'cancelled', (typeof steps)[number]> = {
      confirmed: ['confirmed', coordinator, 'confirm', {}],
      cancelled: ['cancelled', donor, 'cancel', {}],
    };
    if (status === 'confirmed' || status === 'cancelled')
      steps.splice(status === 'confirmed' ? 3 : 2, steps.length, end[status]);
    const far = steps.findIndex(([reached]) => reached === status);
    for (const [, who, verb, body] of steps.slice(0, far + 1)) ok(await who.post(`/matches/${id}/${verb}`, body));
    return id;
  }

  /** How much may be promised at once grows with kept promises: here are a hundred, written past the books. */
  async trust(): Promise<void> {
    for (const role of ['donor', 'giver'] as const) await this.keep(role);
  }

  private async keep(role: Role): Promise<void> {
    const [need, offer] = [await this.need(), await this.offer({}, role)];
    await this.source.query(
      `INSERT INTO matches (id, offer_id, need_id, amount, unit, score, parts, weights_version, status, proposed_at, held_at, accepted_at, delivered_at, confirmed_at)
       SELECT gen_random_uuid(), $1, $2, 1, 'pcs', 0, '[]', 1, 'confirmed', now(), now(), now(), now(), now() FROM generate_series(1, 100)`,
      [offer, need],
    );
  }

  /** What a donor may have open at once is limited: what earlier scenarios left goes away, past the books too; but not what has one of these ids, nor what belongs to it. */
  async clearAway(kept: readonly string[] = []): Promise<void> {
    const matches = `(m.id::text = ANY($1) OR m.need_id::text = ANY($1))`;
    await this.source.query(
      `UPDATE offers o SET status = 'withdrawn' WHERE status IN ('open', 'partly_used') AND NOT (id::text = ANY($1) OR EXISTS (SELECT 1 FROM matches m WHERE m.offer_id = o.id AND ${matches}))`,
      [kept],
    );
    await this.source.query(
      `UPDATE sign_ups SET status = 'cancelled', offered_until = NULL, minutes = NULL WHERE status IN ('signed_up', 'waiting', 'checked_in', 'confirmed')`,
    );
    await this.source.query(
      `UPDATE standing_offers SET status = 'ended', next_on = NULL, next_at = NULL WHERE status <> 'ended' AND NOT id::text = ANY($1)`,
      [kept],
    );
    await this.source.query(
      `UPDATE matches m SET status = 'cancelled', ended_at = now(), ended_by = 'organization' WHERE status IN ('proposed', 'held', 'accepted', 'delivered', 'disputed') AND NOT ${matches}`,
      [kept],
    );
  }

  /** A role of a new person, who loses nothing else with it; `$3` is the organization. */
  async grant(columns: string): Promise<{ id: string; grant: string }> {
    const [{ personId: id }, grant] = [await this.api.person(), newId()];
    await this.source.query(
      `INSERT INTO grants (id, person_id, role, object_type, object_id) SELECT $1, $2, ${columns} WHERE $3::text IS NOT NULL`,
      [grant, id, this.organization],
    );
    return { id, grant };
  }

  /** A review as the worker opens it: of a need that was submitted. */
  async review(changes: object = {}): Promise<string> {
    const [need, id] = [await this.need('in_review', changes), newId()];
    await this.source.query(
      `INSERT INTO reviews (id, subject_type, subject_id, status, risk, reasons, signatures_needed, opened_at) VALUES ($1, 'need', $2, 'open', 0, '[]', 1, now())`,
      [id, need],
    );
    return id;
  }

  /** A review of which a moderator gave the need back. */
  async refused(changes: object = {}): Promise<string> {
    const id = await this.review(changes);
    ok(await this.as('moderator').post(`/reviews/${id}/decision`, { outcome: 'return', reason: 'Укажите размеры' }));
    return id;
  }
}
