import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { Clock, DAY_MS, derivedId, refuseForm, typograph } from '#kernel';
import { preparedQuery, sendMail, processDueRows, type Tx } from '#platform';
import { offerName } from '../offer-name.rules.js';
import { OffersService } from '../offers.service.js';
import { outdatedIn, termsToday } from './form.rules.js';
import { dueDates, type OpeningDate } from './repeat.rules.js';
import { skipOf, type Skip } from './skips.rules.js';
import { keepOpened, skipDates } from './standing-dates.queries.js';
import { openedLetter, skippedLetter } from './standing-mails.rules.js';
import { StandingOfferEntity } from './standing-offer.entity.js';
import { goTo } from './standing-offers.service.js';

/** Opens an ordinary offer at each date of a standing one: from then on it is shared out, explained, limited and told of as every other. */
@Injectable()
export class OpenStandingOffers {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly offers: OffersService,
  ) {}

  /** Returns how many offers it opened. One date, one transaction: what was refused is undone whole, and kept as skipped by a second one. */
  tick(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'offers.open-standing',
      due: `SELECT id, next_at AS at FROM standing_offers WHERE status = 'active' AND NOT gift AND next_at <= $1`,
      apply: (tx, id) => this.takeTurn(tx, id, null),
      refused: (tx, id, { code }) => this.takeTurn(tx, id, skipOf(code)),
    });
  }

  /** The dates that have come have their turn; another worker's, or a change since it was seen as due, is left alone. Returns whether an offer was opened. */
  private async takeTurn(tx: Tx, id: string, refused: Skip | null): Promise<boolean> {
    const now = this.clock.now();
    const standing = await tx.findOne(StandingOfferEntity, {
      where: { id, status: 'active', gift: false },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (!standing?.nextOn || !standing.nextAt || standing.nextAt > now) return false;
    const { open, missed, next } = dueDates(standing, standing.nextOn, standing.standsDays, now);
    await skipDates(tx, id, missed, 'missed', now);
    if (open && refused) await skipDates(tx, id, [open], refused, now);
    const offerId = open && !refused ? await this.openOffer(tx, standing, open, now) : null;
    goTo(standing, next);
    standing.updatedAt = now; // the version stays: the person who is editing the next ones has seen nothing of this
    await tx.save(standing);
    const told = open ?? missed.at(-1);
    if (told) await this.tell(tx, standing, told, offerId, refused ?? 'missed');
    return offerId !== null;
  }

  private async openOffer(tx: Tx, standing: StandingOfferEntity, date: OpeningDate, now: Date): Promise<string> {
    refuseForm(outdatedIn(this.catalogue, standing, now));
    const { onBehalfOf, amount, anonymous, createdBy: personId, via } = standing;
    const id = derivedId(standing.id, date.day);
    const columns = {
      ...termsToday(this.catalogue, standing),
      startsAt: null,
      until: new Date(now.getTime() + standing.standsDays * DAY_MS),
      bestBefore: standing.keepsDays === null ? null : new Date(now.getTime() + standing.keepsDays * DAY_MS),
      pickUp: null,
    };
    await this.offers.open(tx, {
      id,
      giver: { personId, via },
      onBehalfOf,
      columns,
      amount,
      anonymous,
      standingOfferId: standing.id,
    });
    await keepOpened(tx, standing.id, date, id, now);
    return id;
  }

  /** A mail to the donor, of an organization to those who may change it. */
  private async tell(
    tx: Tx,
    standing: StandingOfferEntity,
    { day }: OpeningDate,
    offerId: string | null,
    skip: Skip,
  ): Promise<void> {
    const subject = {
      subjectType: 'standing-offer',
      subjectId: standing.id,
      path: offerId === null ? `/standing/${standing.id}` : `/offer/${offerId}`,
    };
    for (const { personId, locale } of await readersOf(tx, standing)) {
      const letterIn = (language: 'ru' | 'en') => {
        const news = {
          name: offerName(this.catalogue, standing, language),
          amount: formatAmount(standing.amount, standing.baseUnit, language, this.catalogue),
          next: standing.nextOn,
        };
        const { subject: title, body } =
          offerId === null ? skippedLetter(news, skip, language) : openedLetter(news, language);
        return language === 'ru' ? { subject: typograph(title), body: typograph(body) } : { subject: title, body };
      };
      const id = derivedId(derivedId(standing.id, `told of ${day}`), personId);
      const label = {
        ru: offerId === null ? 'Посмотреть' : 'Открыть вклад',
        en: offerId === null ? 'Have a look' : 'Open the offer',
      }[locale];
      const notice = { ...subject, ru: letterIn('ru').subject, en: letterIn('en').subject };
      await sendMail(tx, {
        id,
        personId,
        template: offerId === null ? 'standing.skipped' : 'standing.opened',
        kind: 'reminder',
        locale,
        ...letterIn(locale),
        action: { url: subject.path, label },
        notice,
      });
    }
  }
}

async function readersOf(
  tx: Tx,
  { createdBy, onBehalfOf }: StandingOfferEntity,
): Promise<{ personId: string; locale: 'ru' | 'en' }[]> {
  return onBehalfOf === null
    ? preparedQuery(tx, 'SELECT id AS "personId", locale FROM people WHERE id = $1 AND erased_at IS NULL', [createdBy])
    : preparedQuery(
        tx,
        `SELECT DISTINCT p.id AS "personId", p.locale FROM grants g JOIN people p ON p.id = g.person_id
         WHERE g.object_type = 'organization' AND g.object_id = $1 AND g.revoked_at IS NULL AND g.role IN ('owner', 'coordinator') ORDER BY 1`,
        [onBehalfOf],
      );
}
