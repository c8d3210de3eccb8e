import { In, type DataSource } from 'typeorm';
import type { Actor, PersonEntity } from '#identity';
import { OrganizationEntity, organizationSummaries } from '#organizations';
import { preparedQuery, pipeline, forceGenericPlan, type Tx } from '#platform';
import { acceptedTogether, idsIn, type KnownIds, type OfferColumns } from '#forms';
import type { AcceptedByAll, AcceptedThings } from '#kernel';

/** In whose hand an offer is written. */
export type Giver = Pick<Actor, 'personId' | 'via'>;

/** Who gives: `walkIn`, a walk-in of the organization in `onBehalfOf`; `onBehalfOf` alone: that organization; neither: the giver themselves. */
export interface Giving {
  readonly giver: Giver;
  readonly onBehalfOf: string | null;
  readonly walkIn?: string | null;
}

export const donorOf = ({ walkIn, onBehalfOf, giver }: Giving): string => walkIn ?? onBehalfOf ?? giver.personId;

/** By whom a written offer is given; a walk-in is not asked again. */
export const givingOf = ({
  createdBy,
  via,
  onBehalfOf,
}: {
  readonly createdBy: string;
  readonly via: Giver['via'];
  readonly onBehalfOf: string | null;
}): Giving => ({ giver: { personId: createdBy, via }, onBehalfOf });

/** Those who give and those in whose name, as they are under the lock of `lockGivers`. */
export interface Givers {
  readonly people: ReadonlyMap<string, GiverRow>;
  readonly organizations: ReadonlyMap<string, OrganizationEntity>;
  /** Those who came by and have not been erased. */
  readonly walkIns: ReadonlySet<string>;
}

export type GiverRow = Pick<PersonEntity, 'id' | 'name' | 'erasedAt'> & { readonly confirmed: boolean };

/** An erasure under way is waited for, unless others would have to wait too: a giver whom another transaction holds is missing. Posts in the name of one wait for each other, so that their limit holds for two at once. */
export async function lockGivers(tx: Tx, givings: readonly Giving[], waits: boolean): Promise<Givers> {
  const ids = [...new Set(givings.map(({ giver }) => giver.personId))];
  const named = [...new Set(givings.flatMap(({ onBehalfOf }) => onBehalfOf ?? []))];
  const lock = `SELECT id, name, erased_at AS "erasedAt", email_confirmed_at IS NOT NULL AS confirmed FROM people WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')}) ORDER BY id FOR NO KEY UPDATE`;
  const people = await preparedQuery<GiverRow>(tx, waits ? lock : `${lock} SKIP LOCKED`, [ids]);
  const organizations = named.length > 0 ? await tx.findBy(OrganizationEntity, { id: In(named) }) : [];
  return {
    people: byId(people),
    organizations: byId(organizations),
    walkIns: await lockWalkIns(tx, [...new Set(givings.flatMap(({ walkIn }) => walkIn ?? []))], waits),
  };
}

async function lockWalkIns(tx: Tx, ids: readonly string[], waits: boolean): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM walk_ins WHERE id = ANY ($1::uuid[]) AND erased_at IS NULL ORDER BY id FOR NO KEY UPDATE${waits ? '' : ' SKIP LOCKED'}`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whose a walk-in is; null: nobody's. */
export async function organizationOfWalkIn(db: DataSource | Tx, id: string): Promise<string | null> {
  const [row]: { organizationId: string }[] = await db.query(
    'SELECT organization_id AS "organizationId" FROM walk_ins WHERE id = $1 AND erased_at IS NULL',
    [id],
  );
  return row?.organizationId ?? null;
}

/** Whose limits an offer counts for: a walk-in has limits of their own, else the person who writes it. */
export const countedFor = ({ walkIn, giver }: Giving): string => walkIn ?? giver.personId;

/** How many offers each of these has open, or waiting to open, people and those who came by; who has none is missing. */
export async function openOffersOf(
  tx: Tx,
  personIds: readonly string[],
  walkInIds: readonly string[],
): Promise<Map<string, number>> {
  const [written, given] = await pipeline(
    openBy(tx, personIds),
    walkInIds.length === 0 ? Promise.resolve([]) : openOfWalkIns(tx, walkInIds),
  );
  return new Map([...written, ...given].map(({ id, open }) => [id, open]));
}

type OpenCount = { readonly id: string; readonly open: number };

function openBy(tx: Tx, personIds: readonly string[]): Promise<OpenCount[]> {
  return preparedQuery(
    tx,
    `SELECT id, count(*) AS open FROM (
       SELECT created_by AS id FROM offers WHERE created_by = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND status IN ('open', 'partly_used') AND (on_behalf_of IS NULL OR on_behalf_of = donor_id)
       UNION ALL SELECT created_by FROM offers WHERE created_by = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND status IN ('unconfirmed', 'in_review') AND (on_behalf_of IS NULL OR on_behalf_of = donor_id)) o GROUP BY id`,
    [personIds],
  );
}

function openOfWalkIns(tx: Tx, walkInIds: readonly string[]): Promise<OpenCount[]> {
  return tx.query(
    `SELECT donor_id AS id, count(*) AS open FROM offers WHERE donor_id = ANY ($1::uuid[]) AND status IN ('open', 'partly_used', 'unconfirmed', 'in_review') GROUP BY donor_id`,
    [walkInIds],
  );
}

/** Which of the organizations and needs that offers name there are. A gift can be bound to a need that is open: one that never was is nobody's to know. */
export async function knownAmong(tx: Tx, offers: readonly Pick<OfferColumns, 'prefers' | 'only'>[]): Promise<KnownIds> {
  const bound = [...new Set(offers.flatMap(({ only }) => idsIn(only)))];
  const named = [...new Set([...offers.flatMap(({ prefers }) => idsIn(prefers)), ...bound])];
  const [organizations, needs] = await pipeline(organizationSummaries(tx, named), openNeeds(tx, bound));
  return {
    organizations: new Set(organizations.keys()),
    needs: new Map(needs.map((need) => [need.id, acceptedTogether(need, need.byAll)])),
  };
}

interface OpenNeed {
  readonly id: string;
  readonly kind: string;
  readonly item: string | null;
  readonly accepts: AcceptedThings | null;
  readonly byAll: AcceptedByAll | null;
}

async function openNeeds(tx: Tx, ids: readonly string[]): Promise<OpenNeed[]> {
  return ids.length === 0
    ? []
    : preparedQuery(
        tx,
        `SELECT n.id, n.kind, n.item, n.accepts, g.accepts AS "byAll" FROM needs n JOIN organizations g ON g.id = n.organization_id WHERE n.id = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND n.status IN ('open', 'partly_met')`,
        [ids],
      );
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));
