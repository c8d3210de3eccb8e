import type { DataSource } from 'typeorm';

/** Where anybody may bring things: open points that were made public, of checked organizations. A point stands where its organization does. */
export async function publicPoints(source: DataSource): Promise<{ id: string; name: string; place: string }[]> {
  return source.query(
    `SELECT p.id, p.name, g.place FROM intake_points p JOIN organizations g ON g.id = p.organization_id AND g.status = 'verified' WHERE p.public AND p.closed_at IS NULL ORDER BY p.name, p.id`,
  );
}
