import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { formatAmount, Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { GiftMatches, readPaymentCode } from '#matching';
import { StandingGiftDates, StandingOffersService, type StandingOfferEntity, type StandingStatus } from '#offers';
import { Env } from '#host';
import { record } from '#platform';
import { readyCard } from './card/saved-cards.queries.js';
import { SavedCards } from './card/saved-cards.service.js';
import { cardName } from './card/standing-card-mail.rules.js';
import type { GiftProvider, GiftStatus } from './gift-life.rules.js';
import { GiftEntity } from './gift.entity.js';
import { lockGift } from './gifts.service.js';
import { refuse } from './payments.refusals.js';
import { takeBackUntil, type LinkVerb } from './standing-gift.rules.js';
import { readStandingToken } from './standing-link.rules.js';

/** A gift that a date of a standing one made. */
export interface StandingGiftView {
  readonly code: string;
  readonly day: string;
  readonly amount: number;
  readonly unit: string;
  readonly status: GiftStatus;
  readonly provider: GiftProvider;
  /** When a saved card is charged for it; null: the giver pays each one by hand. */
  readonly chargeAt: Date | null;
  readonly need: string;
  readonly needTitle: string;
  readonly organization: string;
  readonly organizationName: string;
  /** Null: it cannot be taken back. */
  readonly takeBackUntil: Date | null;
  readonly takenBack: boolean;
}

/** What the link of a mail shows: nothing of who gives. */
export interface StandingLinkView {
  readonly status: StandingStatus;
  readonly amount: number;
  readonly unit: string;
  readonly amountText: string;
  readonly nextOn: string | null;
  /** The card that its dates are charged to; null: they are paid by transfer. */
  readonly card: string | null;
  readonly gifts: readonly StandingGiftView[];
  readonly can: readonly LinkVerb[];
}

interface LinkDeed {
  readonly verb: LinkVerb;
  readonly quantity?: string;
  readonly unit?: string;
  /** Code of the gift that is taken back. */
  readonly gift?: string;
}

const SHOWN = 24;
const SHOWN_BY_LINK = 5;
const VERBS: Readonly<Record<StandingStatus, readonly LinkVerb[]>> = {
  active: ['pause', 'change', 'end'],
  paused: ['resume', 'change', 'end'],
  ended: [],
};

/** What its giver does about a standing gift: signed in, or by the link of a mail, which is of one standing gift and of nothing else. */
@Injectable()
export class StandingLinks {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly dates: StandingGiftDates,
    private readonly standing: StandingOffersService,
    private readonly matches: GiftMatches,
    private readonly saved: SavedCards,
    private readonly env: Env,
  ) {}

  /** Changes nothing. @throws standing.link-unknown */
  async look(token: string, locale: 'ru' | 'en'): Promise<StandingLinkView> {
    const standing = await this.ofToken(token);
    const gifts = await this.giftsOf(standing.id, SHOWN_BY_LINK);
    const card = await readyCard(this.source, standing.id);
    const { status, amount, baseUnit: unit, nextOn } = standing;
    const can = [
      ...VERBS[status],
      ...(card === null ? [] : (['remove-card'] as const)),
      ...(gifts.some((gift) => gift.takeBackUntil !== null) ? (['take-back'] as const) : []),
    ];
    return {
      status,
      amount,
      unit,
      amountText: formatAmount(amount, unit, locale, this.catalogue),
      nextOn: status === 'active' ? nextOn : null,
      card: card && cardName(card.brand, card.last4),
      gifts,
      can,
    };
  }

  /** Does it as its giver. Twice is once. @throws standing.link-unknown, and what the same act of a signed-in giver throws */
  async act(token: string, { verb, gift, quantity = '', unit = 'rub' }: LinkDeed): Promise<void> {
    const { id, version, createdBy } = await this.ofToken(token);
    const actor: Actor = {
      personId: createdBy,
      locale: 'ru',
      platform: [],
      organizations: [],
      places: [],
      via: 'web',
      confirmed: true,
    };
    if (verb === 'take-back') return this.takeBack(createdBy, gift ?? '', id);
    if (verb === 'remove-card') return this.saved.remove(actor, id);
    if (verb === 'change') return this.standing.edit(actor, id, version, { quantity, unit });
    return this.standing[verb](actor, id);
  }

  /**
   * Ends the yes that the engine said for a giver: the need has its place again at once, and no promise is broken by it. The next dates leave that need out.
   * @param of only a gift of this standing one @throws gift.not-found, gift.not-to-take-back
   */
  async takeBack(personId: string, text: string, of?: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const code = readPaymentCode(text);
      const seen = code === null ? null : await tx.findOneBy(GiftEntity, { code, personId });
      if (!seen || (of !== undefined && seen.standingOfferId !== of)) return refuse('gift.not-found');
      const gift = await lockGift(tx, seen.id);
      if (gift.takenBackAt !== null) return;
      const now = this.clock.now();
      if (
        takeBackUntil(gift, now) === null ||
        (gift.matchId !== null && !(await this.matches.takeBack(tx, gift.matchId, personId)))
      )
        refuse('gift.not-to-take-back');
      await tx.update(GiftEntity, { id: gift.id }, { status: 'lapsed', endedAt: now, takenBackAt: now });
      await record(tx, 'gift.lapsed', { giftId: gift.id, needId: gift.needId });
    });
  }

  /** What its dates made, the newest first. Whether the reader may know it is asked before. */
  async giftsOf(standingId: string, limit = SHOWN): Promise<StandingGiftView[]> {
    const rows: (Omit<StandingGiftView, 'takeBackUntil' | 'takenBack'> & {
      createdAt: Date;
      takenBackAt: Date | null;
    })[] = await this.source.query(
      `SELECT g.code, g.standing_day::text AS day, g.amount, g.unit, g.status, g.provider, CASE g.status WHEN 'promised' THEN c.charge_at END AS "chargeAt", g.need_id AS need, n.title AS "needTitle", g.organization_id AS organization, o.short_name AS "organizationName", g.created_at AS "createdAt", g.taken_back_at AS "takenBackAt"
       FROM gifts g JOIN needs n ON n.id = g.need_id JOIN organizations o ON o.id = g.organization_id LEFT JOIN card_payments c ON c.gift_id = g.id WHERE g.standing_offer_id = $1 ORDER BY g.standing_day DESC, g.amount DESC, g.id LIMIT $2`,
      [standingId, limit],
    );
    const now = this.clock.now();
    return rows.map(({ createdAt, takenBackAt, ...gift }) => ({
      ...gift,
      takeBackUntil: takeBackUntil({ status: gift.status, standingOfferId: standingId, createdAt }, now),
      takenBack: takenBackAt !== null,
    }));
  }

  private async ofToken(token: string): Promise<StandingOfferEntity> {
    const secret = this.env.SESSION_SECRET;
    const id = secret === undefined || secret === null ? null : readStandingToken(token, secret);
    return (id === null ? null : await this.dates.one(this.source.manager, id)) ?? refuse('standing.link-unknown');
  }
}
