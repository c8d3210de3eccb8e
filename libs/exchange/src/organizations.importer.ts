import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { IdentityService, type Actor } from '#identity';
import { Refusal, type Clock, type FieldError } from '#kernel';
import {
  Invitations,
  makeImportedOrganizations,
  nameOrganizations,
  organizationsNamed,
  type ImportedOrganization,
  type NamedOrganization,
} from '#organizations';
import type { Env } from '#host';
import type { Tx } from '#platform';
import type { Cells } from '#tables';
import { IMPORT_PEOPLE, importedOrganizationId, organizationCandidates } from '#tables';
import type { Counts, Desk, Numbered } from './importer.js';
import { organizationLine, type OrganizationLine } from './organization-lines.rules.js';
import {
  organizationMeant,
  takesNeeds,
  type ListedOrganizations,
  type OrganizationMeant,
} from './organization-names.rules.js';

type Rejected = { readonly line: number; readonly errors: readonly FieldError[] };

/** Where the link in an invitation leads, and what its token waits under. */
export type LinkSettings = Pick<Env, 'PUBLIC_URL' | 'SESSION_SECRET'>;

/** Takes organizations.csv in: each goes to the moderators, and the person whom the file names for it is invited. */
export class OrganizationsDesk implements Desk<OrganizationLine>, ListedOrganizations {
  readonly counts: Counts = { rows: 0, made: 0, known: 0 };
  /** Ids of the organizations of the sound rows: needs and offers may name them. */
  readonly named = new Set<string>();
  /** By what the sound rows call them; one that is here under another name too. */
  readonly byName = new Map<string, OrganizationMeant>();
  invited = 0;
  /** Of the rows before. */
  private readonly inns = new Set<string>();
  private readonly invitations: Invitations;

  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    clock: Clock,
    private readonly links: LinkSettings | null,
  ) {
    this.invitations = new Invitations(source, clock, new IdentityService(source, clock));
  }

  read(cells: Cells): ReturnType<Desk<OrganizationLine>['read']> {
    return organizationLine(this.catalogue, cells);
  }

  async take(batch: readonly Numbered<OrganizationLine>[], now: Date, write: boolean): Promise<readonly Rejected[]> {
    if (batch.length === 0) return [];
    const owned: { id: string; email: string }[] = [];
    const rejected: Rejected[] = [];
    await this.source.transaction(async (tx) => {
      const here = await this.here(
        tx,
        batch.map(({ row }) => row),
      );
      const fresh: ImportedOrganization[] = [];
      const names = new Map<string, string>();
      for (const { line, row } of batch) {
        const { inn } = row.details;
        const found = here(row);
        if (inn !== null && this.inns.has(inn)) {
          rejected.push({ line, errors: [{ field: 'inn', code: 'exchange.duplicate-inn' }] });
          continue;
        }
        if (inn !== null) this.inns.add(inn);
        const id = found?.id ?? importedOrganizationId(row.id);
        this.named.add(id);
        this.byName.set(row.id, { id, ready: !found || takesNeeds(found.status) });
        if (!found) fresh.push({ id, externalId: row.id, details: row.details });
        else if (found.externalId === null && found.id !== row.id.toLowerCase()) names.set(id, row.id);
        if (row.coordinator !== null) owned.push({ id, email: row.coordinator });
      }
      this.counts.known += batch.length - rejected.length - fresh.length;
      this.counts.made += fresh.length;
      if (!write) return;
      await makeImportedOrganizations(tx, fresh, { at: now, by: IMPORT_PEOPLE.organizations.id });
      await nameOrganizations(tx, names);
    });
    if (write) await this.invite(owned);
    return rejected;
  }

  private async here(
    tx: Tx,
    rows: readonly OrganizationLine[],
  ): Promise<(row: OrganizationLine) => NamedOrganization | undefined> {
    const inns = rows.flatMap(({ details: { inn } }) => inn ?? []);
    const found = await organizationsNamed(tx, {
      ids: rows.flatMap(({ id }) => organizationCandidates(id)),
      externalIds: rows.map(({ id }) => id),
      inns,
    });
    return (row) => organizationMeant(found, row.id, row.details.inn);
  }

  /** Only once for each organization, and only for those that the import owns: others invite their own people. */
  private async invite(owned: readonly { readonly id: string; readonly email: string }[]): Promise<void> {
    const { links } = this;
    if (links === null || owned.length === 0) return;
    const waiting: { id: string }[] = await this.source.query(
      `SELECT g.object_id AS id FROM grants g WHERE g.object_type = 'organization' AND g.object_id = ANY($1) AND g.person_id = $2 AND g.role = 'owner' AND g.revoked_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM organization_invitations i WHERE i.organization_id = g.object_id::uuid)`,
      [owned.map(({ id }) => id), IMPORT_PEOPLE.organizations.id],
    );
    const uninvited = new Set(waiting.map(({ id }) => id));
    for (const { id, email } of owned) {
      if (!uninvited.delete(id)) continue;
      try {
        await this.invitations.invite(importer(id), id, { email, role: 'owner' }, links);
        this.invited += 1;
      } catch (err) {
        if (!(err instanceof Refusal) || err.code !== 'organization.already-member') throw err; // then nobody needs to be invited
      }
    }
  }
}

/** The person of the import as the owner of one organization. */
function importer(organizationId: string): Actor {
  return {
    personId: IMPORT_PEOPLE.organizations.id,
    locale: 'ru',
    platform: [],
    organizations: [{ id: organizationId, role: 'owner' }],
    places: [],
    via: 'import',
    confirmed: true,
  };
}
