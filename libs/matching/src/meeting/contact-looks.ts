import type { DataSource } from 'typeorm';
import { derivedId } from '#kernel';
import { audit, type Tx } from '#platform';
import type { MatchSide } from '../match.entity.js';

export interface Look {
  readonly matchId: string;
  readonly readerId: string;
  readonly readerSide: MatchSide | 'carrier';
  /** Whose contact it is; null: an organization's own. */
  readonly ownerId: string | null;
  /** `page`, or `mail` for what was written to the reader. */
  readonly by: 'page' | 'mail';
}

/** Keeps that a person read how to reach the other side, or was mailed it: each once a reader, match and day (UTC) for its owner and in the audit log. */
export async function keepLook(tx: Tx, { matchId, readerId, readerSide, ownerId, by }: Look, at: Date): Promise<void> {
  const rows = (await tx.query(
    `INSERT INTO contact_looks (id, match_id, owner_id, reader_id, reader_side, at, by) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      derivedId(matchId, `${by === 'page' ? 'look' : by} ${readerId} ${at.toISOString().slice(0, 10)}`),
      matchId,
      ownerId,
      readerId,
      readerSide,
      at,
      by,
    ],
  )) as unknown[];
  if (rows.length > 0)
    await audit(tx, {
      personId: readerId,
      action: 'match.contact-look',
      subjectType: 'match',
      subjectId: matchId,
      data: { ownerId, by },
    });
}

/** A look as the owner of the contact reads it. */
export interface LookView {
  readonly id: string;
  readonly at: string;
  readonly match: { readonly id: string; readonly title: string };
  /** Who read it: an organization by its name, a giver as they are shown elsewhere. */
  readonly reader: string;
  /** `page`: it was opened; `mail`: it stood in a mail to them; null: from before that was kept. */
  readonly by: Look['by'] | null;
}

interface Row {
  readonly id: string;
  readonly at: string;
  readonly matchId: string;
  readonly needTitle: string;
  readonly category: string;
  readonly reader: string | null;
  readonly by: Look['by'] | null;
}

/** Newest first. */
export async function looksAt(
  db: DataSource,
  ownerId: string,
  limit: number,
  after: readonly [at: string, id: string] | null,
): Promise<Row[]> {
  return db.query(
    `SELECT l.id, to_json(l.at) #>> '{}' AS at, l.match_id AS "matchId", n.title AS "needTitle", n.category, l.by,
       CASE WHEN l.reader_side = 'organization' THEN g.short_name WHEN l.reader_side = 'carrier' THEN r.display_name WHEN o.anonymous THEN NULL ELSE coalesce(b.short_name, d.display_name) END AS reader
     FROM contact_looks l JOIN matches m ON m.id = l.match_id JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id JOIN organizations g ON g.id = n.organization_id
       LEFT JOIN organizations b ON b.id = o.donor_id LEFT JOIN donors d ON d.id = o.donor_id LEFT JOIN donors r ON r.id = l.reader_id
     WHERE l.owner_id = $1 AND ($3::timestamptz IS NULL OR (l.at, l.id) < ($3::timestamptz, $4::uuid)) ORDER BY l.at DESC, l.id DESC LIMIT $2`,
    [ownerId, limit, after?.[0] ?? null, after?.[1] ?? null],
  );
}
