import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import type { Ledger } from '#ledger';
import { awaitFirstProposals } from '#matching';
import { deadlineOfImport, readNeed } from '#forms';
import { knownNeeds, openImportedNeeds, type ImportedNeed } from '#needs';
import {
  makeImportedOrganizations,
  organizationsNamed,
  unregisteredDetails,
  type ImportedOrganization,
} from '#organizations';
import type { Tx } from '#platform';
import type { Cells } from '#tables';
import { needForm } from '#tables';
import { IMPORT_PEOPLE, importedOrganizationId, organizationCandidates } from '#tables';
import type { Counts, Desk, Numbered } from './importer.js';
import { needLine } from '#tables';
import {
  organizationMeant,
  takesNeeds,
  type ListedOrganizations,
  type OrganizationMeant,
} from './organization-names.rules.js';

export interface NeedRow extends Omit<ImportedNeed, 'organizationId'> {
  /** As the file calls it. */
  readonly organization: string;
}

type Rejected = { readonly line: number; readonly errors: readonly FieldError[] };

/** Takes needs.csv in, with the organizations that are missing. */
export class NeedsDesk implements Desk<NeedRow> {
  readonly counts: Counts = { rows: 0, made: 0, known: 0 };
  /** Organizations made. */
  organizations = 0;
  /** The file's own ids of its sound needs: offers may be bound to them. */
  readonly externalIds = new Set<string>();
  /** Organizations looked up already, by the file's name. */
  private readonly found = new Map<string, OrganizationMeant>();

  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly proposals: boolean,
    /** What organizations.csv brought; `named` grows by the organizations that the sound rows of this file name: offers may prefer them. */
    readonly listed: ListedOrganizations,
  ) {}

  read(cells: Cells, now: Date): ReturnType<Desk<NeedRow>['read']> {
    const read = needLine(cells);
    if (!read.ok) return read;
    const { line } = read;
    const formed = needForm(this.catalogue, line, { organization: '', deadline: deadlineOfImport(now) });
    if (!formed.ok) return formed;
    const need = readNeed(this.catalogue, formed.form, now);
    if (!need.ok) return need;
    return {
      ok: true,
      row: { externalId: line.id, organization: line.organization, columns: need.columns, required: need.required },
    };
  }

  async take(batch: readonly Numbered<NeedRow>[], now: Date, write: boolean): Promise<readonly Rejected[]> {
    if (batch.length === 0) return [];
    return this.source.transaction(async (tx) => {
      const known = await knownNeeds(
        tx,
        batch.map(({ row }) => row.externalId),
      );
      const fresh = batch.filter(({ row }) => !known.has(row.externalId));
      await this.find(tx, fresh, now, write);
      const rejected: Rejected[] = [];
      const needs: ImportedNeed[] = [];
      for (const { line, row } of fresh) {
        const organization = this.meant(row.organization);
        if (organization && !organization.ready) {
          rejected.push({ line, errors: [{ field: 'organization', code: 'exchange.organization-not-verified' }] });
          continue;
        }
        const organizationId = organization?.id ?? importedOrganizationId(row.organization);
        this.listed.named.add(organizationId);
        this.externalIds.add(row.externalId);
        needs.push({ externalId: row.externalId, organizationId, columns: row.columns, required: row.required });
      }
      this.counts.known += known.size;
      this.counts.made += needs.length;
      if (write && needs.length > 0) await this.write(tx, needs, now);
      return rejected;
    });
  }

  private async write(tx: Tx, needs: readonly ImportedNeed[], at: Date): Promise<void> {
    const needIds = await openImportedNeeds(tx, this.ledger, needs, { at, by: IMPORT_PEOPLE.organizations.id });
    if (this.proposals) await awaitFirstProposals(tx, needIds, at);
  }

  /** One that organizations.csv lists under a name is it, even where it is here under another. */
  private meant(name: string): OrganizationMeant | undefined {
    return this.listed.byName.get(name) ?? this.found.get(name);
  }

  /** Looks up the organizations of a batch and makes those that are not here. */
  private async find(tx: Tx, batch: readonly Numbered<NeedRow>[], at: Date, write: boolean): Promise<void> {
    const rows = new Map(
      batch.filter(({ row }) => !this.meant(row.organization)).map(({ row }) => [row.organization, row]),
    );
    if (rows.size === 0) return;
    const names = [...rows.keys()];
    const here = await organizationsNamed(tx, {
      ids: names.flatMap(organizationCandidates),
      externalIds: names,
      inns: [],
    });
    const missing: ImportedOrganization[] = [];
    for (const [name, row] of rows) {
      const known = organizationMeant(here, name, null);
      if (known) this.found.set(name, { id: known.id, ready: takesNeeds(known.status) });
      else
        missing.push({
          id: importedOrganizationId(name),
          externalId: name,
          details: unregisteredDetails(`Организация ${name}`, row.columns.place),
        });
    }
    if (!write) return;
    await makeImportedOrganizations(tx, missing, { at, by: IMPORT_PEOPLE.organizations.id });
    for (const { id, externalId } of missing) this.found.set(externalId, { id, ready: true });
    this.organizations += missing.length;
  }
}
