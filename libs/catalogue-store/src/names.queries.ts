import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { CatalogueNames } from '#catalogue';
import type { WordRow } from '#catalogue';

/** What words mean by the names and synonyms of this installation. */
export async function catalogueNames(source: DataSource, catalogue: Catalogue): Promise<CatalogueNames> {
  const words: Pick<WordRow, 'type' | 'code' | 'plain'>[] = await source.query(
    'SELECT type, code, plain FROM catalogue_words',
  );
  return new CatalogueNames(catalogue, () => words);
}
