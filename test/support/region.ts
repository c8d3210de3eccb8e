import { DataSource } from 'typeorm';
import { bookingsChecks } from '#bookings';
import { catalogueChecks } from '#catalogue-store';
import { deliveriesChecks } from '#deliveries';
import { donorChecks } from '#donors';
import { identityChecks } from '#identity';
import { innFault, newId, ogrnFault } from '#kernel';
import { verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { moderationChecks } from '#moderation';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { organizationChecks } from '#organizations';
import { paymentsChecks } from '#payments';
import { record } from '#platform';
import { stockChecks } from '#stock';
import { volunteeringChecks } from '#volunteering';
import type { Answer, Caller, TestApi } from './api.js';

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** Every sentence that must hold at any time, those of the ledger included. Returns what does not. */
export async function alarms(source: DataSource): Promise<readonly string[]> {
  const more = [
    ...bookingsChecks,
    ...catalogueChecks,
    ...deliveriesChecks,
    ...donorChecks,
    ...identityChecks,
    ...matchingChecks,
    ...moderationChecks,
    ...needChecks,
    ...offerChecks,
    ...organizationChecks,
    ...paymentsChecks,
    ...stockChecks,
    ...volunteeringChecks,
  ];
  return (await verifyLedger(source, { more })).alarms;
}

export async function until<T>(
  what: string,
  read: () => Promise<T | null | undefined | false>,
  ms = 60_000,
): Promise<T> {
  const started = Date.now();
  for (;;) {
    const seen = await read();
    if (seen) return seen;
    if (Date.now() - started > ms) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 40));
  }
}

export function ok(answer: Answer, status = 200): Answer {
  if (answer.status !== status) throw new Error(`${status} was expected: ${answer.status} ${answer.text}`);
  return answer;
}

/** Of the invented bank. */
export const ACCOUNT = {
  bik: '041012999',
  number: '40703810900000000001',
  bankName: 'ДЕМО-БАНК г. Благовещенск',
  correspondent: '30101810600000000999',
};
let organizations = 0;

/** Numbers of an organization that nobody else has. */
export function freshNumbers(): { inn: string; ogrn: string } {
  organizations += 1;
  const last = String(organizations).padStart(5, '0');
  return { inn: checked(`2899${last}`, innFault), ogrn: checked(`1992800${last}`, ogrnFault) };
}

/** The one last digit that makes a number right. */
function checked(digits: string, fault: (number: string) => string | null): string {
  const found = Array.from({ length: 10 }, (_, digit) => `${digits}${digit}`).find((number) => fault(number) === null);
  if (!found) throw new Error(`${digits}: no digit fits`);
  return found;
}

/** An organization as if moderators had verified it, written past its service. */
export async function verifiedOrganization(
  source: DataSource,
  createdBy: string,
  status = 'verified',
): Promise<string> {
  const id = newId();
  const { inn, ogrn } = freshNumbers();
  await source.query(`INSERT INTO parties (id, kind) VALUES ($1, 'organization')`, [id]);
  await source.query(
    `INSERT INTO organizations (id, status, name, short_name, form, inn, ogrn, place, account, created_by, verified_at) VALUES ($1, $2, $3, $4, 'ano', $5, $6, 'zeya', $8, $7, now())`,
    [id, status, `АНО «Тепло рядом ${organizations}»`, `«Тепло ${organizations}»`, inn, ogrn, createdBy, ACCOUNT],
  );
  await source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, 'owner', 'organization', $3)`,
    [newId(), createdBy, id],
  );
  return id;
}

export const heaters = (organization: string, changes: object = {}): Record<string, unknown> => ({
  organization,
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  title: 'Обогреватели для посёлка',
  description: 'Отключили котельную, греются печами.',
  quantity: '120',
  unit: 'pcs',
  place: 'selemdzhinsky',
  deadline: inDays(90),
  urgency: 5,
  beneficiaries: 40,
  ...changes,
});
export const wish = (changes: object = {}): Record<string, unknown> => ({
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  quantity: '50',
  unit: 'pcs',
  place: 'selemdzhinsky',
  radiusKm: 900,
  until: inDays(60),
  ...changes,
});
/** A thousand roubles to a sphere every month, from the day after tomorrow. */
export const monthlyGift = (changes: object = {}): Record<string, unknown> => ({
  kind: 'money',
  category: 'relief',
  quantity: '1000',
  unit: 'rub',
  frequency: 'monthly',
  firstOn: inDays(2).slice(0, 10),
  ...changes,
});

/** A region with one organization and its people: who stands before the door of the API. */
export class Region {
  private constructor(
    readonly api: TestApi,
    readonly source: DataSource,
    readonly organization: string,
    readonly coordinator: Caller,
    readonly moderator: Caller,
    readonly donor: Caller,
  ) {}

  static async of(api: TestApi, source: DataSource): Promise<Region> {
    const owner = await api.person();
    const organization = await verifiedOrganization(source, owner.personId);
    return new Region(
      api,
      source,
      organization,
      await api.person([organization, 'coordinator']),
      await api.person('moderator'),
      await api.person(),
    );
  }

  /** The same region, whose people speak in another way. */
  through(change: (who: Caller) => Caller): Region {
    return new Region(
      this.api,
      this.source,
      this.organization,
      change(this.coordinator),
      change(this.moderator),
      change(this.donor),
    );
  }

  /** A need that is open at once, past its review: for scenarios that begin behind it. `tell` lets the worker know. */
  async openNeed(changes: object = {}, tell = false): Promise<string> {
    const need = ok(await this.coordinator.post('/needs', heaters(this.organization, changes)), 201).body.id as string;
    await this.source.query(
      `UPDATE needs SET status = 'open', opened_at = now(), fresh_until = now() + interval '60 days' WHERE id = $1`,
      [need],
    );
    if (tell) await this.source.transaction((tx) => record(tx, 'need.opened', { needId: need }));
    return need;
  }

  async postOffer(changes: object = {}, who: Caller = this.donor): Promise<string> {
    return ok(await who.post('/offers', wish(changes)), 201).body.id as string;
  }

  /** A proposal as the engine writes it, for tests that need no engine. */
  async propose(offer: string, need: string, amount: number, unit = 'pcs'): Promise<string> {
    const id = newId();
    await this.source.query(
      `INSERT INTO matches (id, offer_id, need_id, amount, unit, score, parts, weights_version, status, proposed_at) VALUES ($1, $2, $3, $4, $5, 0, '[]', 1, 'proposed', now())`,
      [id, offer, need, amount, unit],
    );
    return id;
  }

  async needBalance(need: string): Promise<Record<string, unknown>> {
    return ok(await this.coordinator.get(`/needs/${need}`)).body.balance;
  }
}
