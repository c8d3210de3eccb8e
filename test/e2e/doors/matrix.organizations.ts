import { newId } from '#kernel';
import { inDays, ok, verifiedOrganization } from '../../support/region.js';
import type { Cast } from './cast.js';

/** What stands in the holes of an address, by their names; a hole that is not named gets an id that nothing has. */
export type Holes = Readonly<Record<string, string>>;

/** An organization with the people of the cast in it. */
export async function organizationOf(cast: Cast, status: string): Promise<string> {
  const id = await verifiedOrganization(cast.source, cast.as('owner').personId, status);
  if (status === 'returned')
    await cast.source.query(`UPDATE organizations SET return_reason = 'Поправьте' WHERE id = $1`, [id]);
  for (const role of ['coordinator', 'accountant'] as const) {
    await cast.source.query(
      `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, $3, 'organization', $4)`,
      [newId(), cast.as(role).personId, role, id],
    );
  }
  return id;
}

/** A group without registration that waits for the word of its municipality. */
export async function groupOf(cast: Cast, status = 'submitted'): Promise<string> {
  const id = await organizationOf(cast, status);
  await cast.source.query(
    `UPDATE organizations SET form = 'tos', inn = NULL, ogrn = NULL, account = NULL, verified_at = NULL, submitted_at = now() WHERE id = $1`,
    [id],
  );
  return id;
}

/** An organization, and the code of a person with papers to show: of another person each time, since each has one code. */
export function papersAt(status: string): (cast: Cast) => Promise<Holes> {
  return async (cast) => ({
    id: await organizationOf(cast, status),
    code: ok(await (await cast.api.person()).post('/me/checks/code'), 201).body.code,
  });
}

export function checkOf(status: string): (cast: Cast) => Promise<Holes> {
  return async (cast) => {
    const { id, code } = await papersAt(status)(cast);
    const seen = {
      code,
      paper: 'criminal-record',
      seenOn: new Date().toISOString().slice(0, 10),
      validUntil: inDays(300).slice(0, 10),
    };
    return {
      id: id as string,
      check: ok(await cast.as('owner').post(`/organizations/${id}/checks`, seen), 201).body.id,
    };
  };
}

/** A walk-in of an organization of the cast's. */
export async function walkInOf(cast: Cast): Promise<Holes> {
  const id = await organizationOf(cast, 'verified');
  const form = {
    name: 'Анна Примерова',
    contact: { phone: '+7 914 000-00-17' },
    consent: { how: 'spoken', day: new Date().toISOString().slice(0, 10) },
  };
  return { id, walkIn: ok(await cast.as('owner').post(`/organizations/${id}/walk-ins`, form), 201).body.id };
}

export async function ownCheck(cast: Cast): Promise<Holes> {
  const holes = await checkOf('verified')(cast);
  await cast.source.query('UPDATE paper_checks SET person_id = $2 WHERE id = $1', [
    holes.check,
    cast.as('donor').personId,
  ]);
  return { id: holes.check as string };
}
