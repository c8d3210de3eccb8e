import { camel, camelRow, Catalogue, type CatalogueRows } from './catalogue.js';
import { readDataFiles } from './data-files.js';
import { CatalogueNames } from './names.rules.js';
import { readCatalogue, TABLE_ORDER, type CatalogueData } from './rows.js';
import { readWords } from './words.rules.js';

/** The catalogue straight from its data files: for whatever works without a database. Its digest is empty. */
export async function catalogueFromFiles(): Promise<Catalogue> {
  return catalogueOf(readCatalogue(await readDataFiles()));
}

/** The same, and what its words mean. */
export async function catalogueWithNames(): Promise<{ readonly catalogue: Catalogue; readonly names: CatalogueNames }> {
  const files = await readDataFiles();
  const data = readCatalogue(files);
  const catalogue = catalogueOf(data);
  return { catalogue, names: new CatalogueNames(catalogue, () => readWords(data, files)) };
}

function catalogueOf(data: CatalogueData): Catalogue {
  const rows = TABLE_ORDER.map((table) => [
    camel(table),
    data[table].map((row) => ({ ...camelRow(row), retiredAt: null })),
  ]);
  return new Catalogue(Object.fromEntries(rows) as unknown as CatalogueRows, '');
}
