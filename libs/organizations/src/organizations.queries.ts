import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, type AcceptedByAll } from '#kernel';
import { preparedQuery, forceGenericPlan, type Tx } from '#platform';
import { isInsider, maySee } from './access.rules.js';
import { AccountChangeEntity } from './account-change.entity.js';
import { givesOnly } from './legal-forms.rules.js';
import type { OrganizationStatus } from './lifecycle.rules.js';
import { placesAround } from './organization-desk.js';
import { OrganizationEntity } from './organization.entity.js';
import {
  accountChangeView,
  organizationView,
  type AccountChangeView,
  type OrganizationView,
} from './organization.view.js';
import { refuse } from './organizations.refusals.js';
import { trustFacts } from './trust.queries.js';

export interface OrganizationSummary {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Code of a place. */
  readonly place: string;
  readonly status: OrganizationStatus;
}

/** What stands beside a need, of many organizations at once; unknown ids are left out. */
export async function organizationSummaries(
  db: Tx | DataSource,
  ids: readonly string[],
): Promise<Map<string, OrganizationSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await preparedQuery<OrganizationSummary>(
    db,
    `SELECT id, name, short_name AS "shortName", place, status FROM organizations WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')})`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What of an organization decides which needs it may have. */
export interface OrganizationStanding {
  readonly status: OrganizationStatus;
  /** A company, an entrepreneur or another body that gives: it cannot ask. */
  readonly onlyGives: boolean;
  /** Money can reach it: a group without registration has no account, an imported organization none before its owner enters it. */
  readonly receivesMoney: boolean;
}

/** Null where it is not there. */
export async function standingOf(db: Tx | DataSource, id: string): Promise<OrganizationStanding | null> {
  const [row]: { status: OrganizationStatus; form: string; receives: boolean }[] = await db.query(
    `SELECT status, form, coalesce(account->>'number', '') <> '' AS receives FROM organizations WHERE id = $1`,
    [id],
  );
  return row ? { status: row.status, onlyGives: givesOnly(row.form), receivesMoney: row.receives } : null;
}

/** What it says of all its needs for things; null: nothing, or it is not there. */
export async function acceptedByAll(db: Tx | DataSource, id: string): Promise<AcceptedByAll | null> {
  const [row]: { accepts: AcceptedByAll | null }[] = await db.query('SELECT accepts FROM organizations WHERE id = $1', [
    id,
  ]);
  return row?.accepts ?? null;
}

/** How many moderators have approved each of these changes of an account; one that nobody has approved is left out. Moderation stands below and cannot be asked. */
async function signaturesOn(db: DataSource, changeIds: readonly string[]): Promise<Map<string, number>> {
  if (changeIds.length === 0) return new Map();
  const rows: { id: string; given: number }[] = await db.query(
    `SELECT r.subject_id AS id, count(DISTINCT d.person_id)::int AS given FROM reviews r JOIN decisions d ON d.review_id = r.id AND d.outcome = 'approve'
     WHERE r.subject_type = 'account_change' AND r.subject_id = ANY($1) GROUP BY r.subject_id`,
    [changeIds],
  );
  return new Map(rows.map(({ id, given }) => [id, given]));
}

export interface OrganizationFilters {
  /** A region means all places in it. */
  readonly place?: string;
  /** Words of the name. */
  readonly q?: string;
}

/** Where the last page ended: time of verification (ISO 8601) and id. */
export type OrganizationCursor = readonly [verifiedAt: string, id: string];

async function namesOf(db: DataSource, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await db.query('SELECT id, name FROM people WHERE id = ANY($1)', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

@Injectable()
export class OrganizationsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  /** One organization as this reader may see it. @throws organization.not-found also where it is hidden from them */
  async byId(actor: Actor | null, id: string, locale: 'ru' | 'en'): Promise<OrganizationView> {
    const [view] = await this.views(actor, [await this.visible(actor, id)], locale);
    return view ?? refuse('organization.not-found');
  }

  /** Changes of the account, the newest first. For its own people and moderators. */
  async accountChanges(
    actor: Actor,
    id: string,
    limit: number,
    after: readonly [requestedAt: string, id: string] | null,
  ): Promise<{ items: AccountChangeView[]; next: readonly [string, string] | null }> {
    if (!isInsider(actor, await this.visible(actor, id))) refuse('organization.not-yours');
    const rows = await this.source.manager
      .createQueryBuilder(AccountChangeEntity, 'c')
      .where(`c.organizationId = :id ${after ? 'AND (c.requestedAt, c.id) < (:at::timestamptz, :last::uuid)' : ''}`, {
        id,
        at: after?.[0],
        last: after?.[1],
      })
      .orderBy({ 'c.requestedAt': 'DESC', 'c.id': 'DESC' })
      .limit(limit + 1)
      .getMany();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const signatures = await signaturesOn(
      this.source,
      shown.map((change) => change.id),
    );
    return {
      items: shown.map((change) => accountChangeView(change, signatures.get(change.id) ?? 0)),
      next: rows.length > limit && last ? [last.requestedAt.toISOString(), last.id] : null,
    };
  }

  /** Groups without registration that wait for the word of an official: of the actor's places and those within, the longest waiting first. */
  async toVouch(actor: Actor, locale: 'ru' | 'en'): Promise<OrganizationView[]> {
    const places = [...new Set(actor.places.flatMap((place) => this.catalogue.placesWithin(place)))];
    if (places.length === 0) return [];
    const rows = await this.source.manager
      .createQueryBuilder(OrganizationEntity, 'o')
      .where(
        `o.status = 'submitted' AND o.form IN ('tos', 'informal') AND o.vouchedAt IS NULL AND o.place = ANY(:places)`,
        {
          places,
        },
      )
      .orderBy({ 'o.submittedAt': 'ASC', 'o.id': 'ASC' })
      .limit(200)
      .getMany();
    return this.views(actor, rows, locale);
  }

  private async visible(actor: Actor | null, id: string): Promise<OrganizationEntity> {
    const organization = await this.source.manager.findOneBy(OrganizationEntity, { id });
    if (!organization || !maySee(actor, organization, { places: placesAround(this.catalogue, organization.place) }))
      return refuse('organization.not-found');
    return organization;
  }

  /** Rows to views in their order; a few queries beside, however many there are. */
  private async views(
    actor: Actor | null,
    organizations: readonly OrganizationEntity[],
    locale: 'ru' | 'en',
  ): Promise<OrganizationView[]> {
    const own = organizations
      .filter((organization) => isInsider(actor, organization))
      .map((organization) => organization.id);
    const changes =
      own.length > 0
        ? await this.source.manager.findBy(AccountChangeEntity, {
            organizationId: In(own),
            status: In(['submitted', 'approved']),
          })
        : [];
    const signatures = await signaturesOn(
      this.source,
      changes.map((change) => change.id),
    );
    const trust = await trustFacts(this.source, organizations);
    const vouchers = await namesOf(
      this.source,
      organizations.flatMap(({ vouchedBy }) => vouchedBy ?? []),
    );
    const now = this.clock.now();
    return organizations.flatMap((organization) => {
      const facts = trust.get(organization.id);
      const change = changes.find(({ organizationId }) => organizationId === organization.id);
      const accountChange = change ? accountChangeView(change, signatures.get(change.id) ?? 0) : null;
      return facts
        ? [
            organizationView(organization, actor, {
              locale,
              now,
              places: placesAround(this.catalogue, organization.place),
              trust: facts,
              accountChange,
              vouchedBy: vouchers.get(organization.vouchedBy ?? '') ?? null,
            }),
          ]
        : [];
    });
  }

  /** Those that the actor belongs to, in whatever state, the newest first. */
  async mine(actor: Actor, locale: 'ru' | 'en'): Promise<OrganizationView[]> {
    const ids = actor.organizations.map((own) => own.id);
    const rows =
      ids.length > 0
        ? await this.source.manager.find(OrganizationEntity, {
            where: { id: In(ids) },
            order: { createdAt: 'DESC', id: 'DESC' },
            take: 200,
          })
        : [];
    return this.views(actor, rows, locale);
  }

  /** Verified organizations, the latest first. */
  async page(
    actor: Actor | null,
    filters: OrganizationFilters,
    limit: number,
    after: OrganizationCursor | null,
    locale: 'ru' | 'en',
  ): Promise<{ items: OrganizationView[]; next: OrganizationCursor | null }> {
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
    const rows =
      found.length > 0 ? await this.source.manager.findBy(OrganizationEntity, { id: In(found.slice(0, limit)) }) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    const shown = found.slice(0, limit).flatMap((id) => byId.get(id) ?? []);
    const last = shown.at(-1);
    return {
      items: await this.views(actor, shown, locale),
      next: found.length > limit && last?.verifiedAt ? [last.verifiedAt.toISOString(), last.id] : null,
    };
  }
}
