import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { isPrivateCategory, titleOfCategory } from '#needs';
import type { EntryWords } from './sheet.rules.js';

/** For what and to whom the matches of a statement are. Paper outlives every right to read: a private need goes by its category. */
export async function entryWords(source: DataSource, catalogue: Catalogue, matchIds: readonly string[], locale: 'ru' | 'en'): Promise<ReadonlyMap<string, EntryWords>> {
  const rows: { id: string; title: string; category: string; organization: string }[] = await source.query(
    'SELECT m.id, n.title, n.category, o.short_name AS organization FROM matches m JOIN needs n ON n.id = m.need_id JOIN organizations o ON o.id = n.organization_id WHERE m.id = ANY($1)',
    [[...new Set(matchIds)]],
  );
  return new Map(rows.map(({ id, title, category, organization }) => [id, { what: isPrivateCategory(catalogue, category) ? titleOfCategory(catalogue, category, locale) : title, whom: organization }]));
}

/** The name that stands on the paper. */
export async function holderName(source: DataSource, partyId: string): Promise<string> {
  const [row]: { name: string }[] = await source.query('SELECT name FROM organizations WHERE id = $1 UNION ALL SELECT name FROM people WHERE id = $1 LIMIT 1', [partyId]);
  return row?.name ?? '';
}
