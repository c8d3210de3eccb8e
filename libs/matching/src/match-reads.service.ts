import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { isMember, isModerator, type Actor } from '#identity';
import { NeedEntity } from '#needs';
import { OfferEntity } from '#offers';
import { mayKnowMatch, sidesOf } from './match-life.rules.js';
import { refuse } from './match-life.refusals.js';
import { matchView, type MatchView } from './match.view.js';
import { MatchesQueries, type MatchCursor, type MatchFilter } from './matches.queries.js';

type Locale = 'ru' | 'en';

export interface MatchPage {
  readonly items: MatchView[];
  readonly next: MatchCursor | null;
}

/** Reads of matches for the two sides and moderators; to everybody else the thing is not there. */
@Injectable()
export class MatchReads {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly queries: MatchesQueries,
  ) {}

  async one(actor: Actor, matchId: string, locale: Locale): Promise<MatchView> {
    const match = await this.queries.byId(matchId);
    if (!match || !mayKnowMatch(actor, match.parties)) return refuse('match.not-found');
    return matchView(match, actor, locale, this.catalogue);
  }

  /** Best first. */
  async page(actor: Actor, filter: MatchFilter, limit: number, cursor: MatchCursor | null, locale: Locale): Promise<MatchPage> {
    if (!(await this.mayList(actor, filter))) refuse('match.not-found');
    const { items, next } = await this.queries.page(filter, { limit, cursor });
    return { items: items.map((match) => matchView(match, actor, locale, this.catalogue)), next };
  }


  private async mayList(actor: Actor, filter: MatchFilter): Promise<boolean> {
    if ('organizationId' in filter) return isModerator(actor) || isMember(actor, filter.organizationId);
    if ('needId' in filter) {
      const need = await this.source.manager.findOneBy(NeedEntity, { id: filter.needId });
      return need !== null && (isModerator(actor) || isMember(actor, need.organizationId));
    }
    const offer = await this.source.manager.findOneBy(OfferEntity, { id: filter.offerId });
    return offer !== null && (isModerator(actor) || sidesOf(actor, { donorId: offer.donorId, onBehalfOf: offer.onBehalfOf, organizationId: '' }).includes('donor'));
  }
}
