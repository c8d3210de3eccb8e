import type { Catalogue } from '#catalogue';
import { preparedQuery, type Tx } from '#platform';
import type { DataSource } from 'typeorm';

/** The time zone in which each of these people lives, as far as we know: of their organization's place, else of their last offer's, else of the region. */
export async function timeZonesOf(
  db: Tx | DataSource,
  personIds: readonly string[],
  catalogue: Catalogue,
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await preparedQuery<{ id: string; place: string | null }>(
    db,
    `SELECT p.id, coalesce(
       (SELECT o.place FROM organizations o WHERE o.id = (SELECT (CASE WHEN g.object_type = 'organization' THEN g.object_id END)::uuid FROM grants g WHERE g.person_id = p.id AND g.object_type = 'organization' AND g.revoked_at IS NULL ORDER BY g.granted_at LIMIT 1)),
       (SELECT f.place FROM offers f WHERE f.donor_id = p.id AND f.place IS NOT NULL ORDER BY f.created_at DESC LIMIT 1)) AS place
     FROM people p WHERE p.id = ANY($1)`,
    [personIds],
  );
  const region = catalogue.places.find((place) => place.kind === 'region')?.timeZone ?? 'UTC';
  return new Map(
    rows.map(({ id, place }) => [id, (place === null ? undefined : catalogue.place(place)?.timeZone) ?? region]),
  );
}
