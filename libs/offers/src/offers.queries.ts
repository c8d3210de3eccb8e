import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { casesOfWords, isMember, type Actor } from '#identity';
import { Ledger, withLosses, type OfferBalance } from '#ledger';
import { photosOf } from '#photos';
import { mayGiveFor, maySeeOffer, readsOfferAsModerator } from './access.rules.js';
import { organizationOfWalkIn } from './givers.queries.js';
import { OFFER_STATUSES, type OfferStatus } from './lifecycle.rules.js';
import { OfferEntity } from './offer.entity.js';
import { offerRowLoader, type OfferRow } from './offer-row.queries.js';
import { offerView, shutOffer, type OfferView } from './offer.view.js';
import { refuse } from './offers.refusals.js';

export interface OfferFilters {
  readonly status?: readonly OfferStatus[];
  readonly kind?: string;
  /** Offers of an organization that the reader belongs to, or of a walk-in of one that they may give for; absent: the reader's own. */
  readonly onBehalfOf?: string;
  /** What an organization in whose name the reader may give has entered for those who came by. */
  readonly enteredBy?: string;
}

/** Where the last page ended: time (ISO 8601, to the microsecond) and id. */
export type OfferCursor = readonly [at: string, id: string];

export interface OfferPage {
  readonly items: OfferView[];
  readonly next: OfferCursor | null;
}

@Injectable()
export class OffersQueries {
  private readonly row: (id: string) => Promise<OfferRow | null>;

  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
  ) {
    this.row = offerRowLoader(source);
  }

  /** @throws offer.not-found also where it belongs to another person */
  async byId(actor: Actor, offerId: string, locale: 'ru' | 'en' = actor.locale): Promise<OfferView> {
    const row = await this.row(offerId);
    if (!row || !maySeeOffer(actor, row.offer)) return refuse('offer.not-found');
    const [view] = await this.views(actor, [row.offer], locale, new Map([[offerId, row.balance]]));
    return view ?? refuse('offer.not-found');
  }

  /** The row behind a page, checked. @throws offer.not-found */
  async visible(actor: Actor, offerId: string): Promise<OfferEntity> {
    const offer = await this.source.manager.findOneBy(OfferEntity, { id: offerId });
    return offer && maySeeOffer(actor, offer) ? offer : refuse('offer.not-found');
  }

  /** Rows to views in their order, with one query for all balances where they are not `known`, one for losses where something has left, and one for photos where there are some. */
  async views(
    actor: Actor | null,
    offers: readonly OfferEntity[],
    locale: 'ru' | 'en',
    known?: ReadonlyMap<string, OfferBalance>,
  ): Promise<OfferView[]> {
    if (offers.length === 0) return [];
    const balances = await withLosses(
      this.source,
      known ??
        (await this.ledger.offerBalances(
          this.source.manager,
          offers.map((offer) => offer.id),
        )),
    );
    const photos = await photosOf(
      this.source,
      'offer',
      offers.filter((offer) => offer.hasPhotos).map((offer) => offer.id),
    );
    const asked = offers.filter((offer) => readsOfferAsModerator(actor, offer)).map(({ id }) => id);
    const cases = actor ? await casesOfWords(this.source, actor.personId, asked) : new Map<string, never>();
    return offers.flatMap((offer) => {
      const balance = balances.get(offer.id);
      if (!balance) return [];
      const view = offerView(offer, balance, actor, photos.get(offer.id) ?? [], locale);
      const one = cases.get(offer.id);
      return [asked.includes(offer.id) && !one?.seen ? shutOffer(view, one?.reviewId ?? null) : view];
    });
  }

  /** Newest first. @throws offer.not-found for the offers of an organization that the reader does not belong to, and for those of people who came by to one that they may not give for */
  async page(
    actor: Actor,
    filters: OfferFilters,
    limit: number,
    after: OfferCursor | null,
    locale: 'ru' | 'en' = actor.locale,
  ): Promise<OfferPage> {
    if (filters.enteredBy !== undefined && !mayGiveFor(actor, filters.enteredBy)) refuse('offer.not-found');
    if (filters.onBehalfOf !== undefined && !isMember(actor, filters.onBehalfOf))
      await this.refuseOthers(actor, filters.onBehalfOf);
    const { sql, params } = offersPageSql(filters.onBehalfOf ?? actor.personId, filters, limit + 1, after);
    const found: { id: string; at: string }[] = await this.source.query(sql, params);
    const rows = found.slice(0, limit);
    const offers =
      rows.length > 0 ? await this.source.manager.findBy(OfferEntity, { id: In(rows.map((row) => row.id)) }) : [];
    const byId = new Map(offers.map((offer) => [offer.id, offer]));
    const items = await this.views(
      actor,
      rows.flatMap((row) => byId.get(row.id) ?? []),
      locale,
    );
    const last = rows.at(-1);
    return { items, next: found.length > limit && last ? [last.at, last.id] : null };
  }

  private async refuseOthers(actor: Actor, walkIn: string): Promise<void> {
    const organizationId = await organizationOfWalkIn(this.source, walkIn);
    if (organizationId === null || !mayGiveFor(actor, organizationId)) refuse('offer.not-found');
  }
}

/** Ids of one page of a donor's offers. Statuses are literals of our own list. */
export function offersPageSql(
  donorId: string,
  filters: OfferFilters,
  rows: number,
  after: OfferCursor | null,
): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  const $ = (value: unknown): string => `$${params.push(value)}`;
  const whose = filters.enteredBy === undefined || filters.onBehalfOf !== undefined ? [`donor_id = ${$(donorId)}`] : [];
  const where = [...whose, 'NOT sign_up']; // hours of shifts have a list of their own
  if (filters.status) {
    const statuses = OFFER_STATUSES.filter((status) => filters.status?.includes(status)).map((status) => `'${status}'`);
    where.push(statuses.length === 0 ? 'false' : `status IN (${statuses.join(', ')})`);
  }
  if (filters.enteredBy !== undefined) where.push(`on_behalf_of = ${$(filters.enteredBy)}`, 'on_behalf_of <> donor_id');
  if (filters.kind !== undefined) where.push(`kind = ${$(filters.kind)}`);
  if (after) where.push(`(created_at, id) < (${$(after[0])}::timestamptz, ${$(after[1])}::uuid)`);
  const sql = `SELECT id, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM offers
    WHERE ${where.join(' AND ')} ORDER BY created_at DESC, id DESC LIMIT ${$(rows)}`;
  return { sql, params };
}
