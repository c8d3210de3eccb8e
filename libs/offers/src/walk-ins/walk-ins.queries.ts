import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import type { Contact } from '#kernel';
import { isThereFor, mayKeepWalkIns, OrganizationEntity, refuseOrganization } from '#organizations';
import { audit, type AuditAction } from '#platform';
import type { ConsentHow } from './walk-in.rules.js';
import { refuse } from './walk-ins.refusals.js';

/** A walk-in, in the list of the organization: how to reach them is read one by one. */
export interface WalkInView {
  readonly id: string;
  readonly name: string;
  readonly hasContact: boolean;
  /** `day`: of the organization's place. */
  readonly consent: { readonly how: ConsentHow; readonly day: string };
  readonly createdAt: Date;
  readonly can: readonly ('offer' | 'erase')[];
}

/** Where the last page ended. */
export type WalkInCursor = readonly [at: string, id: string];

interface Row {
  readonly id: string;
  readonly at: string;
  readonly name: string;
  readonly contact: Contact | null;
  readonly how: ConsentHow;
  readonly day: string;
  readonly createdAt: Date;
  readonly verified: boolean;
}

const ROWS = `SELECT w.id, to_char(w.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, d.display_name AS name, d.contact, w.consent_how AS how, w.consent_on::text AS day,
    w.created_at AS "createdAt", g.status = 'verified' AS verified
  FROM walk_ins w JOIN donors d ON d.id = w.id JOIN organizations g ON g.id = w.organization_id`;

/** Reads of people who came by, for owners and coordinators of the organization that keeps them: nobody else sees that they are there. */
@Injectable()
export class WalkInsQueries {
  constructor(private readonly source: DataSource) {}

  /** Newest first; `words`: part of a name; `enter`: whether more can be kept now. */
  async page(
    actor: Actor,
    organizationId: string,
    words: string | null,
    limit: number,
    after: WalkInCursor | null,
  ): Promise<{ items: WalkInView[]; next: WalkInCursor | null; can: 'enter'[] }> {
    const { status } = await this.organizationFor(actor, organizationId);
    const { sql, params } = walkInsPageSql(organizationId, words, limit + 1, after);
    const rows: Row[] = await this.source.query(sql, params);
    const last = rows.slice(0, limit).at(-1);
    return {
      items: rows.slice(0, limit).map(viewOf),
      next: rows.length > limit && last ? [last.at, last.id] : null,
      can: status === 'verified' && actor.confirmed ? ['enter'] : [],
    };
  }

  /** Without how to reach them, so that nothing is noted. @throws walk-in.not-found */
  async byId(actor: Actor, organizationId: string, id: string): Promise<WalkInView> {
    return viewOf(await this.rowFor(actor, organizationId, id));
  }

  /** How to reach them; that it was read stands in the audit log. @throws walk-in.not-found */
  async contactOf(actor: Actor, organizationId: string, id: string): Promise<Contact | null> {
    const { contact } = await this.rowFor(actor, organizationId, id);
    if (contact) await this.note(actor, 'walk-in.contact-look', organizationId, id);
    return contact;
  }

  /** Everything about them leaves the installation: that stands in the audit log, whether they can be reached or not. */
  async noteExport(actor: Actor, organizationId: string, id: string): Promise<void> {
    await this.note(actor, 'walk-in.exported', organizationId, id);
  }

  private async note(actor: Actor, action: AuditAction, organizationId: string, walkInId: string): Promise<void> {
    await this.source.transaction((tx) =>
      audit(tx, {
        personId: actor.personId,
        action,
        subjectType: 'organization',
        subjectId: organizationId,
        data: { walkInId },
      }),
    );
  }

  private async rowFor(actor: Actor, organizationId: string, id: string): Promise<Row> {
    await this.organizationFor(actor, organizationId);
    const [row]: Row[] = await this.source.query(
      `${ROWS} WHERE w.id = $1 AND w.organization_id = $2 AND w.erased_at IS NULL`,
      [id, organizationId],
    );
    return row ?? refuse('walk-in.not-found');
  }

  private async organizationFor(actor: Actor, organizationId: string): Promise<OrganizationEntity> {
    const organization = await this.source.manager.findOneBy(OrganizationEntity, { id: organizationId });
    if (!organization || !(await isThereFor(this.source.manager, actor, organization)))
      return refuseOrganization('organization.not-found');
    if (!mayKeepWalkIns(actor, organization)) return refuse('walk-in.not-yours');
    return organization;
  }
}

/** One page of those whom an organization keeps. */
export function walkInsPageSql(
  organizationId: string,
  words: string | null,
  rows: number,
  after: WalkInCursor | null,
): { sql: string; params: unknown[] } {
  const params: unknown[] = [organizationId];
  const $ = (value: unknown): string => `$${params.push(value)}`;
  const where = ['w.organization_id = $1', 'w.erased_at IS NULL'];
  if (words !== null) where.push(`strpos(lower(d.display_name), lower(${$(words)}::text)) > 0`);
  if (after) where.push(`(w.created_at, w.id) < (${$(after[0])}::timestamptz, ${$(after[1])}::uuid)`);
  return { sql: `${ROWS} WHERE ${where.join(' AND ')} ORDER BY w.created_at DESC, w.id DESC LIMIT ${$(rows)}`, params };
}

function viewOf({ id, name, contact, how, day, createdAt, verified }: Row): WalkInView {
  return {
    id,
    name,
    hasContact: contact !== null,
    consent: { how, day },
    createdAt,
    can: verified ? ['offer', 'erase'] : ['erase'],
  };
}
