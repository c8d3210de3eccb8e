import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { isPrivateCategory, titleOfCategory } from '#forms';
import type { EntryWords } from './sheet.rules.js';

/**
 * What a match of a statement is about and what became of it. Of a private need only its category is said: a statement outlives every right to read; but not
 * that of the organization whose need it is, on its own page.
 */
export interface StatementMatch {
  readonly id: string;
  readonly title: string;
  /** Null: private. */
  readonly need: { readonly id: string; readonly number: number; readonly status: string } | null;
  readonly organization: { readonly id: string; readonly shortName: string };
  readonly status: string;
  /** Since when it is on its way; null where it was not handed over. */
  readonly deliveredAt: Date | null;
}

/** @param own the organization whose people read it on its page; null: a paper, or somebody else */
export async function statementMatches(
  source: DataSource,
  catalogue: Catalogue,
  matchIds: readonly string[],
  locale: 'ru' | 'en',
  own: string | null = null,
): Promise<StatementMatch[]> {
  const rows: {
    id: string;
    status: string;
    deliveredAt: Date | null;
    title: string;
    category: string;
    needId: string;
    number: number;
    needStatus: string;
    organizationId: string;
    organization: string;
  }[] = await source.query(
    `SELECT m.id, m.status, m.delivered_at AS "deliveredAt", n.title, n.category, n.id AS "needId", n.number, n.status AS "needStatus", o.id AS "organizationId", o.short_name AS organization
     FROM matches m JOIN needs n ON n.id = m.need_id JOIN organizations o ON o.id = n.organization_id WHERE m.id = ANY($1)`,
    [[...new Set(matchIds)]],
  );
  return rows.map((row) => {
    const closed = isPrivateCategory(catalogue, row.category) && row.organizationId !== own;
    return {
      id: row.id,
      status: row.status,
      deliveredAt: row.deliveredAt,
      title: closed ? titleOfCategory(catalogue, row.category, locale) : row.title,
      need: closed ? null : { id: row.needId, number: row.number, status: row.needStatus },
      organization: { id: row.organizationId, shortName: row.organization },
    };
  });
}

/** For what and to whom the matches of a statement are. */
export async function entryWords(
  source: DataSource,
  catalogue: Catalogue,
  matchIds: readonly string[],
  locale: 'ru' | 'en',
): Promise<ReadonlyMap<string, EntryWords>> {
  const matches = await statementMatches(source, catalogue, matchIds, locale);
  return new Map(matches.map(({ id, title, organization }) => [id, { what: title, whom: organization.shortName }]));
}

/** The name that stands on the paper. */
export async function holderName(source: DataSource, partyId: string): Promise<string> {
  const [row]: { name: string }[] = await source.query(
    'SELECT name FROM organizations WHERE id = $1 UNION ALL SELECT name FROM people WHERE id = $1 LIMIT 1',
    [partyId],
  );
  return row?.name ?? '';
}

/** Of which sphere needs are, private ones too: whose books say something of a need know its category. */
export async function spheresOfNeeds(
  source: DataSource,
  catalogue: Catalogue,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; category: string }[] = await source.query(
    'SELECT id, category FROM needs WHERE id = ANY($1::uuid[])',
    [needIds],
  );
  return new Map(rows.map(({ id, category }) => [id, catalogue.category(category)?.sphere ?? '']));
}
