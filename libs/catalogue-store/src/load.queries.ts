import type { DataSource } from 'typeorm';
import { camelRow, Catalogue, NO_SCHEME, readScheme, type CatalogueRows, type Place } from '#catalogue';
import type { Tx } from '#platform';

const TABLES = {
  spheres: 'spheres',
  categories: 'categories',
  goods: 'goods',
  units: 'units',
  places: 'places',
  skills: 'skills',
  beneficiaryGroups: 'beneficiary_groups',
} as const;

/** The catalogue as the database has it now. @throws where it was never seeded */
export function loadCatalogue(source: DataSource): Promise<Catalogue> {
  return source.transaction('REPEATABLE READ', (tx) => readCatalogueIn(tx));
}

/** As the transaction sees it: one that sees a single moment, or keeps everybody else from writing the catalogue. */
export async function readCatalogueIn(tx: Tx): Promise<Catalogue> {
  const rows: Record<string, unknown[]> = {};
  for (const [name, table] of Object.entries(TABLES)) {
    const read: Record<string, unknown>[] = await tx.query(`SELECT * FROM ${table} ORDER BY position, code`);
    rows[name] = read.map(camelRow);
  }
  const [version]: { digest: Buffer }[] = await tx.query(
    'SELECT digest FROM catalogue_versions ORDER BY version::integer DESC LIMIT 1',
  );
  if (!version) throw new Error('The catalogue is empty: run `npx lepta seed` first.');
  const [kept]: { content: string }[] = await tx.query(`SELECT content FROM region_files WHERE file = 'scheme'`);
  const municipalities = (rows.places as Place[]).filter(({ kind }) => kind === 'municipality').map(({ code }) => code);
  return new Catalogue(
    rows as unknown as CatalogueRows,
    version.digest.toString('hex'),
    kept ? readScheme(kept.content, new Set(municipalities)) : NO_SCHEME,
  );
}
