import { In, type DataSource } from 'typeorm';
import type { Tx } from '#platform';
import { PhotoEntity } from './photo.entity.js';

/** Photos of many needs (or offers, or messages), in their order, by the id of the need (or offer, or message). One query; none where there are no ids. */
export async function photosOf(
  db: Tx | DataSource,
  of: 'need' | 'offer' | 'message' | 'report' | 'match',
  ids: readonly string[],
): Promise<Map<string, PhotoEntity[]>> {
  const found = new Map<string, PhotoEntity[]>();
  if (ids.length === 0) return found;
  const manager = 'manager' in db ? db.manager : db;
  const column = `${of}Id` as const;
  for (const photo of await manager.find(PhotoEntity, {
    where: { [column]: In([...ids]) },
    order: { position: 'ASC', id: 'ASC' },
  })) {
    const key = photo[column] as string;
    found.set(key, [...(found.get(key) ?? []), photo]);
  }
  return found;
}

export function findPhoto(db: Tx | DataSource, photoId: string): Promise<PhotoEntity | null> {
  return ('manager' in db ? db.manager : db).findOneBy(PhotoEntity, { id: photoId });
}

/** Deletes the rows of photos of messages, or of offers; nobody sees them from now on. Returns their ids: files that nobody removes belong to nothing and go by their age. */
export async function dropPhotosOf(
  db: Tx | DataSource,
  of: 'message' | 'offer',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const [gone] = (await db.query(`DELETE FROM photos WHERE ${of}_id = ANY($1) RETURNING id`, [ids])) as [
    { id: string }[],
    number,
  ];
  return gone.map(({ id }) => id);
}

/** Deletes the rows of these photos; nobody sees them from now on. */
export async function dropPhotosByIds(db: Tx | DataSource, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.query('DELETE FROM photos WHERE id = ANY($1)', [ids]);
}

/** Everybody who may read what they belong to sees these photos from now on. */
export async function showPhotosByIds(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length > 0)
    await tx.query(`UPDATE photos SET shown_at = $2 WHERE id = ANY($1) AND status = 'ready' AND shown_at IS NULL`, [
      ids,
      at,
    ]);
}

/** The photos that came with this report are hidden again. */
export async function hidePhotosOfReport(tx: Tx, reportId: string): Promise<void> {
  await tx.query('UPDATE photos SET shown_at = NULL WHERE report_id = $1', [reportId]);
}

/** Deletes the row of a photo that came with this report. False: it came with another. */
export async function dropPhotoOfReport(tx: Tx, photoId: string, reportId: string): Promise<boolean> {
  const { affected } = await tx.delete(PhotoEntity, { id: photoId, reportId });
  return Boolean(affected);
}
