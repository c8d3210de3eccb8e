import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { preparedQuery, forceGenericPlan, type Tx } from '#platform';
import { mayKeepPapers } from '../access.rules.js';
import { isThereFor } from '../organization-desk.js';
import { ORGANIZATION_STATUSES } from '../lifecycle.rules.js';
import { OrganizationEntity } from '../organization.entity.js';
import { refuse } from '../organizations.refusals.js';
import {
  checkCan,
  checksCan,
  checksCount,
  checkState,
  type ChecksVerb,
  type CheckState,
  type CheckVerb,
  type Paper,
} from './papers.rules.js';

/** A check as the organization and its person see it. */
export interface PaperCheckView {
  readonly id: string;
  readonly organization: { readonly id: string; readonly shortName: string };
  readonly person: { readonly id: string; readonly name: string };
  readonly paper: Paper;
  readonly seenOn: string;
  readonly seenBy: { readonly name: string };
  readonly validUntil: Date;
  /** By the person's consent it counts for every organization. */
  readonly forAll: boolean;
  readonly status: CheckState;
  readonly createdAt: Date;
  readonly can: readonly CheckVerb[];
}

interface Row extends Omit<PaperCheckView, 'organization' | 'person' | 'seenBy' | 'status' | 'can'> {
  organizationId: string;
  shortName: string;
  personId: string;
  name: string;
  seenByName: string;
  endedAt: Date | null;
}

const ROWS = `SELECT c.id, c.organization_id AS "organizationId", g.short_name AS "shortName", c.person_id AS "personId", p.name, c.paper, c.seen_on::text AS "seenOn", s.name AS "seenByName",
    c.valid_until AS "validUntil", c.for_all AS "forAll", c.created_at AS "createdAt", c.ended_at AS "endedAt"
  FROM paper_checks c JOIN organizations g ON g.id = c.organization_id JOIN people p ON p.id = c.person_id JOIN people s ON s.id = c.seen_by`;
const COUNTING = ORGANIZATION_STATUSES.filter(checksCount)
  .map((status) => `'${status}'`)
  .join(', ');
/** What a person is shown of themselves: the newest; what is older has mostly ended. */
const SHOWN = 500;

/** The place of a check in its list. */
export interface CheckCursor {
  readonly at: string;
  readonly id: string;
}

@Injectable()
export class PaperChecksQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What an organization has recorded, the newest first: for its owners and coordinators. `record`: whether more can be recorded now. */
  async ofOrganization(
    actor: Actor,
    organizationId: string,
    limit: number,
    after: CheckCursor | null,
  ): Promise<{ items: PaperCheckView[]; next: CheckCursor | null; can: ChecksVerb[] }> {
    const organization = await this.organizationFor(actor, organizationId);
    const rows: (Row & CheckCursor)[] = await this.source.query(
      `SELECT page.*, "createdAt"::text AS at FROM (${ROWS} WHERE c.organization_id = $1 AND ($2::timestamptz IS NULL OR (c.created_at, c.id) < ($2, $3::uuid)) ORDER BY c.created_at DESC, c.id DESC LIMIT $4) page ORDER BY page."createdAt" DESC, page.id DESC`,
      [organizationId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(({ at: _at, ...row }) => this.view(row, 'organization')),
      next: last ? { at: last.at, id: last.id } : null,
      can: checksCan(actor, organization),
    };
  }

  /** One check of the organization. @throws papers.not-found */
  async one(actor: Actor, organizationId: string, id: string): Promise<PaperCheckView> {
    await this.organizationFor(actor, organizationId);
    const [row]: Row[] = await this.source.query(`${ROWS} WHERE c.id = $1 AND c.organization_id = $2`, [
      id,
      organizationId,
    ]);
    return row ? this.view(row, 'organization') : refuse('papers.not-found');
  }

  /** What is recorded about the caller, and their code while it works. */
  async ofPerson(actor: Actor): Promise<{ items: PaperCheckView[]; code: { code: string; expiresAt: Date } | null }> {
    const rows: Row[] = await this.source.query(
      `${ROWS} WHERE c.person_id = $1 ORDER BY c.created_at DESC, c.id DESC LIMIT ${SHOWN}`,
      [actor.personId],
    );
    const [code]: { code: string; expiresAt: Date }[] = await this.source.query(
      'SELECT code, expires_at AS "expiresAt" FROM paper_codes WHERE person_id = $1 AND expires_at > $2',
      [actor.personId, this.clock.now()],
    );
    return { items: rows.map((row) => this.view(row, 'person')), code: code ?? null };
  }

  private async organizationFor(actor: Actor, id: string): Promise<OrganizationEntity> {
    const organization = await this.source.manager.findOneBy(OrganizationEntity, { id });
    if (!organization || !(await isThereFor(this.source.manager, actor, organization)))
      return refuse('organization.not-found');
    if (!mayKeepPapers(actor, organization)) refuse('papers.not-yours');
    return organization;
  }

  private view(
    { organizationId, shortName, personId, name, seenByName, endedAt, ...row }: Row,
    side: 'organization' | 'person',
  ): PaperCheckView {
    const status = checkState({ endedAt, validUntil: row.validUntil }, this.clock.now());
    return {
      ...row,
      organization: { id: organizationId, shortName },
      person: { id: personId, name },
      seenBy: { name: seenByName },
      status,
      can: checkCan(side, status),
    };
  }
}

/** The people whose papers an organization has seen, by checks that are valid still. */
export async function peopleChecked(tx: Tx, organizationId: string, now: Date): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'SELECT DISTINCT person_id AS id FROM paper_checks WHERE organization_id = $1 AND ended_at IS NULL AND valid_until > $2 ORDER BY 1',
    [organizationId, now],
  );
  return rows.map(({ id }) => id);
}

/** Checks that have not ended, of each of these people; who has none is missing. Whether one still counts is asked when it matters. */
export async function papersOf(
  db: Tx | DataSource,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly organization: string | null; readonly until: number }[]>> {
  const found = new Map<string, { organization: string | null; until: number }[]>();
  if (people.length === 0) return found;
  const rows = await preparedQuery<{ personId: string; organization: string | null; until: Date }>(
    db,
    `SELECT c.person_id AS "personId", CASE WHEN c.for_all THEN NULL ELSE c.organization_id END AS organization, c.valid_until AS until FROM paper_checks c JOIN organizations g ON g.id = c.organization_id
     WHERE c.person_id = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND c.ended_at IS NULL AND g.status IN (${COUNTING}) ORDER BY c.id`,
    [[...new Set(people)]],
  );
  for (const { personId, organization, until } of rows) {
    const check = { organization, until: until.getTime() };
    const known = found.get(personId);
    if (known) known.push(check);
    else found.set(personId, [check]);
  }
  return found;
}
