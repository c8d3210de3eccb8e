import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import type { Ledger } from '#ledger';
import { knownOffers, openImportedOffers, organizationsIn, readOffer, type ImportedOffer } from '#offers';
import { organizationsNamed, organizationSummaries } from '#organizations';
import type { Tx } from '#platform';
import type { Cells } from './csv.reader.js';
import { offerForm } from './forms.rules.js';
import { IMPORT_PEOPLE, organizationCandidates } from './import-ids.rules.js';
import type { Counts, Desk, Numbered } from './importer.js';
import { offerLine } from './lines.rules.js';

export interface OfferRow extends ImportedOffer {
  /** What the file prefers, as written; an organization may be among it. */
  readonly prefers: readonly string[];
}

type Rejected = { readonly line: number; readonly errors: readonly FieldError[] };

/** Takes offers.csv in, all in the name of one donor. */
export class OffersDesk implements Desk<OfferRow> {
  readonly counts: Counts = { rows: 0, made: 0, known: 0 };
  /** Organizations by what files call them. */
  private readonly files = new Map<string, string>();

  /** @param named organizations that the needs beside it bring */
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly named: ReadonlySet<string>,
  ) {}

  read(cells: Cells, now: Date): ReturnType<Desk<OfferRow>['read']> {
    const read = offerLine(cells);
    if (!read.ok) return read;
    const formed = offerForm(this.catalogue, read.line);
    if (!formed.ok) return formed;
    const prefers = [...new Set(read.line.prefers)];
    const form = { ...formed.form, prefers: prefers.map((code) => (this.isCode(code) ? code : (organizationCandidates(code)[0] as string))) };
    const offer = readOffer(this.catalogue, form, now);
    return offer.ok ? { ok: true, row: { externalId: read.line.id, columns: offer.columns, amount: offer.amount, prefers } } : offer;
  }

  async take(batch: readonly Numbered<OfferRow>[], now: Date, write: boolean): Promise<readonly Rejected[]> {
    if (batch.length === 0) return [];
    return this.source.transaction(async (tx) => {
      const known = await knownOffers(tx, batch.map(({ row }) => row.externalId));
      const fresh = batch.filter(({ row }) => !known.has(row.externalId));
      const here = await this.preferred(tx, fresh);
      const idOf = (name: string): string | undefined => this.files.get(name) ?? organizationCandidates(name).find((id) => here.has(id));
      const rejected: Rejected[] = [];
      const offers: ImportedOffer[] = [];
      for (const { line, row } of fresh) {
        const prefers = row.prefers.map((code) => (this.isCode(code) ? code : idOf(code)));
        if (prefers.includes(undefined)) rejected.push({ line, errors: [{ field: 'prefers', code: 'form.not-in-list' }] });
        else offers.push({ ...row, columns: { ...row.columns, prefers: prefers as string[] } });
      }
      this.counts.known += known.size;
      this.counts.made += offers.length;
      if (write && offers.length > 0) await openImportedOffers(tx, this.ledger, offers, { donorId: IMPORT_PEOPLE.donor.id, anonymous: true, at: now });
      return rejected;
    });
  }

  /** Of all organizations that the batch may mean, those that there are or will be. */
  private async preferred(tx: Tx, batch: readonly Numbered<OfferRow>[]): Promise<ReadonlySet<string>> {
    const names = batch.flatMap(({ row }) => row.prefers.filter((code) => !this.isCode(code)));
    const candidates = names.flatMap(organizationCandidates);
    for (const { externalId, id } of await organizationsNamed(tx, { ids: [], externalIds: names, inns: [] })) if (externalId !== null) this.files.set(externalId, id);
    const unsure = organizationsIn(candidates).filter((id) => !this.named.has(id));
    return new Set([...candidates.filter((id) => this.named.has(id)), ...(await organizationSummaries(tx, [...new Set(unsure)])).keys()]);
  }

  private isCode(code: string): boolean {
    return [this.catalogue.sphere(code), this.catalogue.category(code), this.catalogue.place(code)].some((entry) => entry !== undefined);
  }
}
