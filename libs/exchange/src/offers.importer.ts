import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import type { Ledger } from '#ledger';
import { idsIn, readOffer } from '#forms';
import { knownOffers, openImportedOffers, type ImportedOffer } from '#offers';
import { organizationsNamed, organizationSummaries } from '#organizations';
import type { Tx } from '#platform';
import type { Cells } from '#tables';
import { offerForm } from '#tables';
import { IMPORT_PEOPLE, organizationCandidates } from '#tables';
import type { Counts, Desk, Numbered } from './importer.js';
import { offerLine } from '#tables';
import type { ListedOrganizations } from './organization-names.rules.js';

export interface OfferRow extends ImportedOffer {
  /** What the file prefers, as written; an organization may be among it. */
  readonly prefers: readonly string[];
  /** The same of what binds it; a need of the file may be among it. */
  readonly only: readonly string[];
}

type Rejected = { readonly line: number; readonly errors: readonly FieldError[] };

/** Takes offers.csv in, all in the name of one donor. */
export class OffersDesk implements Desk<OfferRow> {
  readonly counts: Counts = { rows: 0, made: 0, known: 0 };
  /** Organizations by what files call them. */
  private readonly files = new Map<string, string>();

  /** @param beside organizations and needs that the needs beside it bring */
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly beside: { readonly listed: ListedOrganizations; readonly externalIds: ReadonlySet<string> },
  ) {}

  read(cells: Cells, now: Date): ReturnType<Desk<OfferRow>['read']> {
    const read = offerLine(cells);
    if (!read.ok) return read;
    const formed = offerForm(this.catalogue, read.line);
    if (!formed.ok) return formed;
    const prefers = [...new Set(read.line.prefers)];
    const only = [...new Set(read.line.only)];
    const asIds = (codes: readonly string[]): string[] =>
      codes.map((code) => (this.isCode(code) ? code : (organizationCandidates(code)[0] as string)));
    const form = { ...formed.form, prefers: asIds(prefers), only: asIds(only) };
    const offer = readOffer(this.catalogue, form, now);
    return offer.ok
      ? { ok: true, row: { externalId: read.line.id, columns: offer.columns, amount: offer.amount, prefers, only } }
      : offer;
  }

  async take(batch: readonly Numbered<OfferRow>[], now: Date, write: boolean): Promise<readonly Rejected[]> {
    if (batch.length === 0) return [];
    return this.source.transaction(async (tx) => {
      const known = await knownOffers(
        tx,
        batch.map(({ row }) => row.externalId),
      );
      const fresh = batch.filter(({ row }) => !known.has(row.externalId));
      const here = await this.organizations(tx, fresh);
      const needs = await this.needs(tx, fresh);
      const organization = (name: string): string | undefined =>
        this.beside.listed.byName.get(name)?.id ??
        this.files.get(name) ??
        organizationCandidates(name).find((id) => here.has(id));
      const rejected: Rejected[] = [];
      const offers: ImportedOffer[] = [];
      for (const { line, row } of fresh) {
        const prefers = row.prefers.map((code) => (this.isCode(code) ? code : organization(code)));
        const only = row.only.map((code) => (this.isCode(code) ? code : (needs.get(code) ?? organization(code))));
        const errors = [
          ...(prefers.includes(undefined) ? [{ field: 'prefers', code: 'form.not-in-list' }] : []),
          ...(only.includes(undefined) ? [{ field: 'only', code: 'offer.bound-to-unknown' }] : []),
        ];
        if (errors.length > 0) rejected.push({ line, errors });
        else offers.push({ ...row, columns: { ...row.columns, prefers: prefers as string[], only: only as string[] } });
      }
      this.counts.known += known.size;
      this.counts.made += offers.length;
      if (write && offers.length > 0)
        await openImportedOffers(tx, this.ledger, this.catalogue, offers, {
          donorId: IMPORT_PEOPLE.donor.id,
          anonymous: true,
          at: now,
        });
      return rejected;
    });
  }

  /** Of all organizations that the batch may mean, those that there are or will be. */
  private async organizations(tx: Tx, batch: readonly Numbered<OfferRow>[]): Promise<ReadonlySet<string>> {
    const names = batch.flatMap(({ row }) => [...row.prefers, ...row.only].filter((code) => !this.isCode(code)));
    const candidates = names.flatMap(organizationCandidates);
    for (const { externalId, id } of await organizationsNamed(tx, { ids: [], externalIds: names, inns: [] }))
      if (externalId !== null) this.files.set(externalId, id);
    const { named } = this.beside.listed;
    const unsure = idsIn(candidates).filter((id) => !named.has(id));
    return new Set([
      ...candidates.filter((id) => named.has(id)),
      ...(await organizationSummaries(tx, [...new Set(unsure)])).keys(),
    ]);
  }

  /** Our ids of the needs that the batch is bound to: of those that are here, and of those that will be, which have none before they are written. */
  private async needs(tx: Tx, batch: readonly Numbered<OfferRow>[]): Promise<ReadonlyMap<string, string>> {
    const named = [...new Set(batch.flatMap(({ row }) => row.only.filter((code) => !this.isCode(code))))];
    if (named.length === 0) return new Map();
    const here: { id: string; external_id: string | null }[] = await tx.query(
      `SELECT id, external_id FROM needs WHERE (external_id = ANY($1) OR id = ANY($2)) AND status IN ('open', 'partly_met')`,
      [named, idsIn(named)],
    );
    const coming = named
      .filter((code) => this.beside.externalIds.has(code))
      .map((code) => [code, organizationCandidates(code)[0] as string] as const);
    return new Map([
      ...coming,
      ...here.flatMap(({ id, external_id: external }) => [
        [id, id] as const,
        ...(external === null ? [] : [[external, id] as const]),
      ]),
    ]);
  }

  private isCode(code: string): boolean {
    return [this.catalogue.sphere(code), this.catalogue.category(code), this.catalogue.place(code)].some(
      (entry) => entry !== undefined,
    );
  }
}
