import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Kind } from '#kernel';
import { privateCategories } from '#needs';
import { readBook, type Book } from './book.queries.js';

/** So many reports one answer tells at most: the books are read for each. */
export const SHOWN_REPORTS_MAX = 10;

/** A report whose words everybody reads, with what the books say came. Nobody who gave is named. */
export interface ShownReport {
  readonly need: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly kind: Kind;
    readonly category: string;
    readonly sphere: string;
  };
  readonly organization: { readonly id: string; readonly shortName: string; readonly place: string };
  readonly title: string;
  readonly outcome: string;
  readonly publishedAt: Date;
  readonly came: Pick<Book, 'received' | 'unit' | 'arrivals' | 'first' | 'last'>;
}

interface Row {
  readonly id: string;
  readonly shownAt: Date;
  readonly title: string;
  readonly outcome: string;
  readonly publishedAt: Date;
  readonly needId: string;
  readonly number: number;
  readonly needTitle: string;
  readonly kind: Kind;
  readonly category: string;
  readonly organizationId: string;
  readonly shortName: string;
  readonly place: string;
}
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** Of each need its newest version that a moderator has read, of everybody or of one organization ($5); without private categories ($1) and without organizations that are not verified now. */
const shownSql = (ofOne: boolean): string => `
  SELECT r.id, r.shown_at AS "shownAt", r.title, r.outcome, r.published_at AS "publishedAt", n.id AS "needId", n.number, n.title AS "needTitle", n.kind, n.category,
    o.id AS "organizationId", o.short_name AS "shortName", o.place
  FROM need_reports r JOIN needs n ON n.id = r.need_id JOIN organizations o ON o.id = n.organization_id
  WHERE r.shown_at IS NOT NULL AND n.status = 'reported' AND n.category <> ALL($1::text[]) AND o.status = 'verified'
    AND NOT EXISTS (SELECT 1 FROM need_reports later WHERE later.need_id = r.need_id AND later.version > r.version AND later.shown_at IS NOT NULL)
    ${ofOne ? 'AND n.organization_id = $5' : ''} AND ($2::timestamptz IS NULL OR (r.shown_at, r.id) < ($2, $3::uuid))
  ORDER BY r.shown_at DESC, r.id DESC LIMIT $4`;

/** What came of the help, as organizations reported it: for everybody. */
@Injectable()
export class ShownReports {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
  ) {}

  /** The newest first; `next` is where the list goes on. */
  async page(
    { limit, after, organization }: { limit: number; after: Place | null; organization: string | null },
    locale: 'ru' | 'en',
  ): Promise<{ readonly items: readonly ShownReport[]; readonly next: Place | null }> {
    const most = Math.min(limit, SHOWN_REPORTS_MAX);
    const rows: Row[] = await this.source.query(shownSql(organization !== null), [
      privateCategories(this.catalogue),
      after?.at ?? null,
      after?.id ?? null,
      most + 1,
      ...(organization === null ? [] : [organization]),
    ]);
    const shown = rows.slice(0, most);
    const last = rows.length > most ? shown.at(-1) : undefined;
    return {
      items: await Promise.all(shown.map((row) => this.told(row, locale))),
      next: last ? { at: last.shownAt.toISOString(), id: last.id } : null,
    };
  }

  private async told(row: Row, locale: 'ru' | 'en'): Promise<ShownReport> {
    const { received, unit, arrivals, first, last } = await readBook(this.source, row.needId, locale);
    return {
      need: {
        id: row.needId,
        number: row.number,
        title: row.needTitle,
        kind: row.kind,
        category: row.category,
        sphere: this.catalogue.category(row.category)?.sphere ?? '',
      },
      organization: { id: row.organizationId, shortName: row.shortName, place: row.place },
      title: row.title,
      outcome: row.outcome,
      publishedAt: row.publishedAt,
      came: { received, unit, arrivals, first, last },
    };
  }
}
