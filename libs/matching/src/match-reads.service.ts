import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { isMember, isModerator, type Actor } from '#identity';
import { NeedEntity, PARTY_STATUSES } from '#needs';
import { OfferEntity } from '#offers';
import { organizationSummaries } from '#organizations';
import { LIVE_STATUSES, mayKnowMatch, sidesOf } from './match-life.rules.js';
import { refuse } from './match-life.refusals.js';
import { readPromises } from './promises.queries.js';
import { NO_PROMISES, promiseRoom } from './promises.rules.js';
import type { MatchSummary } from './match-summary.js';
import { matchView, type MatchView } from './match.view.js';
import { MatchesQueries, type MatchCursor, type MatchFilter } from './matches.queries.js';

type Locale = 'ru' | 'en';

export interface MatchPage {
  readonly items: MatchView[];
  readonly next: MatchCursor | null;
}

/** As many as an offer has proposals at once, and those that have gone further. */
const BESIDE = 40;

const deskOf = (actor: Actor, roles?: readonly string[]): string[] =>
  actor.organizations.filter(({ role }) => !roles || roles.includes(role)).map(({ id }) => id);

/** Reads of matches for the two sides and moderators; to everybody else the thing is not there. */
@Injectable()
export class MatchReads {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly queries: MatchesQueries,
  ) {}

  async one(actor: Actor, matchId: string, locale: Locale): Promise<MatchView> {
    return this.view(actor, await this.known(actor, matchId), locale);
  }

  /** @throws match.not-found also where the caller may not see it */
  async known(actor: Actor, matchId: string): Promise<MatchSummary> {
    const match = await this.queries.byId(matchId);
    if (!match || !mayKnowMatch(actor, match.parties)) return refuse('match.not-found');
    return match;
  }

  async view(actor: Actor, match: MatchSummary, locale: Locale): Promise<MatchView> {
    return matchView((await this.withPromises(actor, [match]))[0] ?? match, actor, locale, this.catalogue);
  }

  /** For what only the one who gives may ask, and moderators. @throws match.not-found, match.for-its-donor */
  async ofDonor(actor: Actor, matchId: string): Promise<MatchSummary> {
    const match = await this.known(actor, matchId);
    if (!isModerator(actor) && !sidesOf(actor, match.parties).includes('donor')) refuse('match.for-its-donor');
    return match;
  }

  /** What else is proposed for the same offer, best first. */
  async proposedBeside({ id, offerId }: MatchSummary): Promise<MatchSummary[]> {
    const { items } = await this.queries.page({ offerId }, { limit: BESIDE });
    return items.filter((other) => other.status === 'proposed' && other.id !== id);
  }

  /** Best first. */
  async page(
    actor: Actor,
    filter: MatchFilter,
    limit: number,
    cursor: MatchCursor | null,
    locale: Locale,
  ): Promise<MatchPage> {
    await this.listable(actor, filter);
    const { items, next } = await this.queries.page(filter, { limit, cursor });
    return {
      items: (await this.withPromises(actor, items)).map((match) => matchView(match, actor, locale, this.catalogue)),
      next,
    };
  }

  /** These, in any order; whether the reader may list them is the caller's to ask. */
  async views(actor: Actor, ids: readonly string[], locale: Locale): Promise<MatchView[]> {
    return (await this.withPromises(actor, await this.queries.byIds(ids))).map((match) =>
      matchView(match, actor, locale, this.catalogue),
    );
  }

  /** @throws match.not-found also where the caller may not list them */
  async listable(actor: Actor, filter: MatchFilter): Promise<void> {
    if (!(await this.mayList(actor, filter))) refuse('match.not-found');
  }

  /** Whether this reader gives to the need by a match that makes them a party to it. */
  async givesTo(actor: Actor, needId: string): Promise<boolean> {
    return this.exists(`m.need_id = $1 AND m.status = ANY($2) AND (o.donor_id = $3 OR o.on_behalf_of = ANY($4))`, [
      needId,
      PARTY_STATUSES,
      actor.personId,
      deskOf(actor, ['owner', 'coordinator']),
    ]);
  }

  /** Whether an organization of this reader may receive from the offer: they have met, or may. */
  async mayReceiveFrom(actor: Actor, offerId: string): Promise<boolean> {
    return this.exists(`m.offer_id = $1 AND m.status = ANY($2) AND n.organization_id = ANY($3)`, [
      offerId,
      LIVE_STATUSES,
      deskOf(actor),
    ]);
  }

  private async exists(where: string, params: unknown[]): Promise<boolean> {
    const rows: unknown[] = await this.source.query(
      `SELECT 1 FROM matches m JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id WHERE ${where} LIMIT 1`,
      params,
    );
    return rows.length > 0;
  }

  /** Adds what the reader may still promise, where the reader is the one who gives. */
  private async withPromises(actor: Actor, matches: readonly MatchSummary[]): Promise<MatchSummary[]> {
    const asked = (match: MatchSummary): boolean =>
      (match.status === 'proposed' || match.status === 'held') && sidesOf(actor, match.parties).includes('donor');
    const promises = await readPromises(this.source, [...new Set(matches.filter(asked).map((match) => match.donorId))]);
    return matches.map((match) =>
      asked(match)
        ? { ...match, promises: promiseRoom(promises.get(match.donorId) ?? NO_PROMISES, match.unit) }
        : match,
    );
  }

  private async mayList(actor: Actor, filter: MatchFilter): Promise<boolean> {
    if ('organizationId' in filter)
      return (
        isMember(actor, filter.organizationId) ||
        (isModerator(actor) && (await organizationSummaries(this.source, [filter.organizationId])).size > 0)
      );
    if ('needId' in filter) {
      const need = await this.source.manager.findOneBy(NeedEntity, { id: filter.needId });
      return need !== null && (isModerator(actor) || isMember(actor, need.organizationId));
    }
    const offer = await this.source.manager.findOneBy(OfferEntity, { id: filter.offerId });
    return (
      offer !== null &&
      (isModerator(actor) ||
        sidesOf(actor, { donorId: offer.donorId, onBehalfOf: offer.onBehalfOf, organizationId: '' }).includes('donor'))
    );
  }
}
