import { camel, Catalogue, type CatalogueRows } from './catalogue.queries.js';
import { readDataFiles } from './data-files.js';
import { readCatalogue, TABLE_ORDER } from './rows.rules.js';

/** The catalogue straight from its data files: for whatever works without a database. Its digest is empty. */
export async function catalogueFromFiles(): Promise<Catalogue> {
  const data = readCatalogue(await readDataFiles());
  const rows = TABLE_ORDER.map((table) => [camel(table), data[table].map((row) => ({ ...Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value])), retiredAt: null }))]);
  return new Catalogue(Object.fromEntries(rows) as unknown as CatalogueRows, '');
}
