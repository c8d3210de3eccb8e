import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { isMember, type Actor } from '#identity';
import { Ledger, withLosses } from '#ledger';
import { preparedQuery } from '#platform';
import { maySeeOffer } from '../access.rules.js';
import type { OfferStatus } from '../lifecycle.rules.js';
import { STANDING_STATUSES, type StandingStatus } from './lifecycle.rules.js';
import { SKIPS, type Skip } from './skips.rules.js';
import { StandingOfferEntity } from './standing-offer.entity.js';
import { standingOfferView, type StandingDateView, type StandingOfferView } from './standing-offer.view.js';
import { refuse } from './standing.refusals.js';

export interface StandingFilters {
  readonly status?: readonly StandingStatus[];
  /** Those of an organization that the reader belongs to; absent: the reader's own. */
  readonly onBehalfOf?: string;
}

/** Where the last page ended: time (ISO 8601, to the microsecond) and id. */
export type StandingCursor = readonly [at: string, id: string];

type DateRow = {
  day: string;
  at: Date;
  offerId: string | null;
  status: OfferStatus | null;
  skipped: Skip | null;
  gift: boolean;
};

@Injectable()
export class StandingOffersQueries {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
  ) {}

  /** @throws standing.not-found also where it belongs to another person */
  async byId(actor: Actor, id: string): Promise<StandingOfferView> {
    return standingOfferView(await this.visible(actor, id), actor);
  }

  /** Newest first. @throws standing.not-found for those of an organization that the reader does not belong to */
  async page(
    actor: Actor,
    { status, onBehalfOf }: StandingFilters,
    limit: number,
    after: StandingCursor | null,
  ): Promise<{ readonly items: StandingOfferView[]; readonly next: StandingCursor | null }> {
    if (onBehalfOf !== undefined && !isMember(actor, onBehalfOf)) refuse('standing.not-found');
    const wanted = STANDING_STATUSES.filter((one) => !status || status.includes(one));
    const found = await preparedQuery<{ id: string; at: string }>(
      this.source,
      `SELECT id, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM standing_offers
       WHERE donor_id = $1 AND status = ANY($2) AND (created_at, id) < ($3::timestamptz, $4::uuid) ORDER BY created_at DESC, id DESC LIMIT $5`,
      [
        onBehalfOf ?? actor.personId,
        wanted,
        after?.[0] ?? 'infinity',
        after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        limit + 1,
      ],
    );
    const rows = found.slice(0, limit);
    const byId = new Map(
      (await this.source.manager.findBy(StandingOfferEntity, { id: In(rows.map((row) => row.id)) })).map((standing) => [
        standing.id,
        standing,
      ]),
    );
    const last = rows.at(-1);
    return {
      items: rows.flatMap(({ id }) => byId.get(id) ?? []).map((standing) => standingOfferView(standing, actor)),
      next: found.length > limit && last ? [last.at, last.id] : null,
    };
  }

  /** What became of its dates, newest first. @param before the last day of the page before. @throws standing.not-found */
  async dates(
    actor: Actor,
    id: string,
    limit: number,
    before: string | null,
    locale: 'ru' | 'en' = actor.locale,
  ): Promise<{ readonly items: StandingDateView[]; readonly next: string | null }> {
    await this.visible(actor, id);
    const found = await preparedQuery<DateRow>(
      this.source,
      `SELECT d.day::text AS day, d.at, d.offer_id AS "offerId", o.status, d.skipped, d.gift FROM standing_offer_dates d LEFT JOIN offers o ON o.id = d.offer_id
       WHERE d.standing_offer_id = $1 AND d.day < $2::date ORDER BY d.day DESC LIMIT $3`,
      [id, before ?? 'infinity', limit + 1],
    );
    const rows = found.slice(0, limit);
    const balances = await withLosses(
      this.source,
      await this.ledger.offerBalances(
        this.source.manager,
        rows.flatMap((row) => row.offerId ?? []),
      ),
    );
    const items = rows.map(({ day, at, offerId, status, skipped, gift }): StandingDateView => {
      const balance = offerId === null ? undefined : balances.get(offerId);
      return {
        day,
        at,
        offer: offerId !== null && status !== null && balance ? { id: offerId, status, balance } : null,
        skipped,
        gift,
        sentence: skipped && SKIPS[skipped][locale],
      };
    });
    return { items, next: found.length > limit ? (rows.at(-1)?.day ?? null) : null };
  }

  private async visible(actor: Actor, id: string): Promise<StandingOfferEntity> {
    const standing = await this.source.manager.findOneBy(StandingOfferEntity, { id });
    return standing && maySeeOffer(actor, standing) ? standing : refuse('standing.not-found');
  }
}
