import { In, type DataSource } from 'typeorm';
import type { Tx } from '#platform';
import { PhotoEntity } from './photo.entity.js';

/** Photos of many needs (or offers, or messages), in their order, by the id of the need (or offer, or message). One query; none where there are no ids. */
export async function photosOf(db: Tx | DataSource, of: 'need' | 'offer' | 'message' | 'report', ids: readonly string[]): Promise<Map<string, PhotoEntity[]>> {
  const found = new Map<string, PhotoEntity[]>();
  if (ids.length === 0) return found;
  const manager = 'manager' in db ? db.manager : db;
  const column = `${of}Id` as const;
  for (const photo of await manager.find(PhotoEntity, { where: { [column]: In([...ids]) }, order: { position: 'ASC', id: 'ASC' } })) {
    const key = photo[column] as string;
    found.set(key, [...(found.get(key) ?? []), photo]);
  }
  return found;
}

export function findPhoto(db: Tx | DataSource, photoId: string): Promise<PhotoEntity | null> {
  return ('manager' in db ? db.manager : db).findOneBy(PhotoEntity, { id: photoId });
}
