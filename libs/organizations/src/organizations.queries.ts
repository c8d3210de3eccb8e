import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import type { Tx } from '#platform';
import { maySee } from './access.rules.js';
import type { OrganizationStatus } from './lifecycle.rules.js';
import { OrganizationEntity } from './organization.entity.js';
import { organizationView, type OrganizationView } from './organization.view.js';
import { refuse } from './organizations.refusals.js';

export interface OrganizationSummary {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Code of a place. */
  readonly place: string;
  readonly status: OrganizationStatus;
}

/** What stands beside a need, of many organizations at once; unknown ids are left out. */
export async function organizationSummaries(db: Tx | DataSource, ids: readonly string[]): Promise<Map<string, OrganizationSummary>> {
  if (ids.length === 0) return new Map();
  const rows = (await db.query('SELECT id, name, short_name AS "shortName", place, status FROM organizations WHERE id = ANY($1)', [ids])) as OrganizationSummary[];
  return new Map(rows.map((row) => [row.id, row]));
}

export interface OrganizationFilters {
  /** A region means all places in it. */
  readonly place?: string;
  /** Words of the name. */
  readonly q?: string;
}

/** Where the last page ended: time of verification (ISO 8601) and id. */
export type OrganizationCursor = readonly [verifiedAt: string, id: string];

@Injectable()
export class OrganizationsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
  ) {}

  /** One organization as this reader may see it. @throws organization.not-found also where it is hidden from them */
  async byId(actor: Actor | null, id: string, locale: 'ru' | 'en'): Promise<OrganizationView> {
    const organization = await this.source.manager.findOneBy(OrganizationEntity, { id });
    if (!organization || !maySee(actor, organization)) return refuse('organization.not-found');
    return organizationView(organization, actor, locale);
  }

  /** Those that the actor belongs to, in whatever state, the newest first. */
  async mine(actor: Actor, locale: 'ru' | 'en'): Promise<OrganizationView[]> {
    const ids = actor.organizations.map((own) => own.id);
    const rows = ids.length > 0 ? await this.source.manager.find(OrganizationEntity, { where: { id: In(ids) }, order: { createdAt: 'DESC', id: 'DESC' }, take: 200 }) : [];
    return rows.map((row) => organizationView(row, actor, locale));
  }

  /** Verified organizations, the latest first. */
  async page(actor: Actor | null, filters: OrganizationFilters, limit: number, after: OrganizationCursor | null, locale: 'ru' | 'en'): Promise<{ items: OrganizationView[]; next: OrganizationCursor | null }> {
    const params: unknown[] = [];
    const $ = (value: unknown): string => `$${params.push(value)}`;
    const where = [`status = 'verified'`];
    if (filters.place !== undefined) where.push(`place = ANY(${$(this.catalogue.placesWithin(filters.place))})`);
    if (filters.q?.trim()) {
      const words = $(`%${filters.q.trim().replace(/[\\%_]/g, '\\$&')}%`);
      where.push(`(name ILIKE ${words} OR short_name ILIKE ${words})`);
    }
    if (after) where.push(`(verified_at, id) < (${$(after[0])}::timestamptz, ${$(after[1])}::uuid)`);
    const sql = `SELECT id FROM organizations WHERE ${where.join(' AND ')} ORDER BY verified_at DESC, id DESC LIMIT ${$(limit + 1)}`;
    const found = ((await this.source.query(sql, params)) as { id: string }[]).map((row) => row.id);
    const rows = found.length > 0 ? await this.source.manager.findBy(OrganizationEntity, { id: In(found.slice(0, limit)) }) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    const shown = found.slice(0, limit).flatMap((id) => byId.get(id) ?? []);
    const last = shown.at(-1);
    return { items: shown.map((row) => organizationView(row, actor, locale)), next: found.length > limit && last?.verifiedAt ? [last.verifiedAt.toISOString(), last.id] : null };
  }
}
