// Every way in which a lib reaches the tables of another: each line must be seen.
import { OfferEntity } from '#offers';

const TABLES = ['hand_overs'];
export const AGES = [{ table: 'mails', key: 'id', days: 1, gone: 'created_at < $1' }];

export async function foreign(tx) {
  await tx.query(`UPDATE matches m SET amount = 0`);
  await tx.query('INSERT INTO offers (id) SELECT id FROM donors');
  await tx.query(`WITH gone AS (DELETE FROM photos RETURNING id) SELECT 1 FROM needs n, people p WHERE p.id = n.id`);
  await tx.query(`SELECT 1 FROM needs JOIN organizations o ON true FOR UPDATE OF o`);
  await tx.update(OfferEntity, { id: 1 }, {});
  await tx.findOneBy(OfferEntity, { id: 1 });
  await tx.getRepository(OfferEntity).save({});
  for (const table of TABLES) await tx.query(`DELETE FROM ${table}`);
}
