import { Injectable } from '@nestjs/common';
import { Env } from '#host';
import { Clock } from '#kernel';
import { StandingGiftDates } from '#offers';
import type { Mail, Tx } from '#platform';
import { manageSection } from './standing-gift-mail.rules.js';
import { mailedLinks } from './standing-mail-links.js';

type Manage = Pick<Mail, 'sections' | 'tokens'>;

/** What mails about a gift add where a standing one made it: each of them pauses, changes or ends that by one click, as long as there is something to end. */
@Injectable()
export class StandingMails {
  constructor(
    private readonly clock: Clock,
    private readonly dates: StandingGiftDates,
    private readonly env: Env,
  ) {}

  /** @param standingId null: nothing standing made it */
  async manage(tx: Tx, standingId: string | null, locale: 'ru' | 'en'): Promise<Manage> {
    const standing = standingId === null ? null : await this.dates.one(tx, standingId);
    if (!standing || standing.status === 'ended') return {};
    const { token, link } = mailedLinks(this.env, standing.id, this.clock.now());
    return { sections: [manageSection(link, locale, { paused: standing.status === 'paused' })], tokens: [token] };
  }

  /** The same for the gift that a match is of, if it is of one. */
  async ofMatch(tx: Tx, matchId: string, locale: 'ru' | 'en'): Promise<Manage> {
    const [gift]: { standing: string | null }[] = await tx.query(
      'SELECT standing_offer_id AS standing FROM gifts WHERE match_id = $1',
      [matchId],
    );
    return this.manage(tx, gift?.standing ?? null, locale);
  }
}
