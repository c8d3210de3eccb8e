import { In, type DataSource } from 'typeorm';
import type { Actor, PersonEntity } from '#identity';
import { OrganizationEntity, organizationSummaries } from '#organizations';
import { preparedQuery, pipeline, forceGenericPlan, type Tx } from '#platform';
import { idsIn, type KnownIds, type OfferColumns } from './form.rules.js';

/** In whose hand an offer is written. */
export type Giver = Pick<Actor, 'personId' | 'via'>;

/** Who gives: `walkIn`, somebody who came by to the organization in `onBehalfOf`; `onBehalfOf` alone: that organization; neither: the giver themselves. */
export interface Giving {
  readonly giver: Giver;
  readonly onBehalfOf: string | null;
  readonly walkIn?: string | null;
}

export const donorOf = ({ walkIn, onBehalfOf, giver }: Giving): string => walkIn ?? onBehalfOf ?? giver.personId;

/** By whom a written offer is given; somebody who came by is not asked again. */
export const givingOf = ({ createdBy, via, onBehalfOf }: { readonly createdBy: string; readonly via: Giver['via']; readonly onBehalfOf: string | null }): Giving => ({ giver: { personId: createdBy, via }, onBehalfOf });

/** Those who give and those in whose name, as they are under the lock of `lockGivers`. */
export interface Givers {
  readonly people: ReadonlyMap<string, GiverRow>;
  readonly organizations: ReadonlyMap<string, OrganizationEntity>;
  /** Those who came by and have not been erased. */
  readonly walkIns: ReadonlySet<string>;
}

export type GiverRow = Pick<PersonEntity, 'id' | 'name' | 'erasedAt'> & { readonly confirmed: boolean };

/** An erasure under way is waited for, unless others would have to wait too. One person's posts wait for each other, so that their limit holds for two at once. */
export async function lockGivers(tx: Tx, givings: readonly Giving[], waits: boolean): Promise<Givers> {
  const ids = [...new Set(givings.map(({ giver }) => giver.personId))];
  const named = [...new Set(givings.flatMap(({ onBehalfOf }) => onBehalfOf ?? []))];
  const lock = `SELECT id, name, erased_at AS "erasedAt", email_confirmed_at IS NOT NULL AS confirmed FROM people WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')}) ORDER BY id FOR NO KEY UPDATE`;
  const people = await preparedQuery<GiverRow>(tx, waits ? lock : `${lock} SKIP LOCKED`, [ids]);
  const organizations = named.length > 0 ? await tx.findBy(OrganizationEntity, { id: In(named) }) : [];
  return { people: byId(people), organizations: byId(organizations), walkIns: await lockWalkIns(tx, [...new Set(givings.flatMap(({ walkIn }) => walkIn ?? []))]) };
}

async function lockWalkIns(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows: { id: string }[] = await tx.query('SELECT id FROM walk_ins WHERE id = ANY ($1::uuid[]) AND erased_at IS NULL ORDER BY id FOR SHARE', [ids]);
  return new Set(rows.map(({ id }) => id));
}

/** Whose somebody who came by is; null: nobody's. */
export async function organizationOfWalkIn(db: DataSource | Tx, id: string): Promise<string | null> {
  const [row]: { organizationId: string }[] = await db.query('SELECT organization_id AS "organizationId" FROM walk_ins WHERE id = $1 AND erased_at IS NULL', [id]);
  return row?.organizationId ?? null;
}

/** How many offers each of these people has open, or waiting to open; who has none is missing. */
export async function openOffersOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await preparedQuery<{ id: string; open: number }>(
    tx,
    `SELECT id, count(*) AS open FROM (
       SELECT created_by AS id FROM offers WHERE created_by = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND status IN ('open', 'partly_used')
       UNION ALL SELECT created_by FROM offers WHERE created_by = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND status IN ('unconfirmed', 'in_review')) o GROUP BY id`,
    [personIds],
  );
  return new Map(rows.map(({ id, open }) => [id, open]));
}

/** Which of the organizations and needs that offers name there are. A gift can be bound to a need that is open: one that never was is nobody's to know. */
export async function knownAmong(tx: Tx, offers: readonly Pick<OfferColumns, 'prefers' | 'only'>[]): Promise<KnownIds> {
  const bound = [...new Set(offers.flatMap(({ only }) => idsIn(only)))];
  const named = [...new Set([...offers.flatMap(({ prefers }) => idsIn(prefers)), ...bound])];
  const [organizations, needs] = await pipeline(organizationSummaries(tx, named), openNeeds(tx, bound));
  return { organizations: new Set(organizations.keys()), needs: new Set(needs.map(({ id }) => id)) };
}

async function openNeeds(tx: Tx, ids: readonly string[]): Promise<{ id: string }[]> {
  return ids.length === 0 ? [] : preparedQuery(tx, `SELECT id FROM needs WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND status IN ('open', 'partly_met')`, [ids]);
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]));
