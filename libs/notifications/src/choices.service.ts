import { Injectable } from '@nestjs/common';
import { Clock, refuseForm } from '#kernel';
import { Env } from '#host';
import { type MailKind, type Tx } from '#platform';
import { DataSource } from 'typeorm';
import { choiceErrors, choicesOf, KINDS, type Choice, type Choices } from './kinds.rules.js';
import { refuse } from './notifications.refusals.js';
import { readUnsubscribeToken, unsubscribeToken, type Unsubscription } from './unsubscribe.rules.js';

/** What people want of each kind of mail. */
@Injectable()
export class NotificationChoices {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  async of(personId: string, db: Tx | DataSource = this.source): Promise<Choices> {
    return choicesOf(await db.query('SELECT kind, choice FROM notification_choices WHERE person_id = $1', [personId]));
  }

  /** Changes the kinds that are named. Refused (422, `kinds.<kind>`) as a whole when one of them cannot be. */
  async choose(personId: string, wish: Readonly<Partial<Record<MailKind, Choice>>>): Promise<Choices> {
    refuseForm(choiceErrors(wish));
    return this.source.transaction(async (tx) => {
      for (const kind of Object.keys(wish).sort() as MailKind[])
        if (kind !== 'security') await this.set(tx, personId, kind, wish[kind] as Choice);
      return this.of(personId, tx);
    });
  }

  /** The token that ends mails of a kind to a person. */
  token(unsubscription: Unsubscription): string {
    return unsubscribeToken(unsubscription, this.env.SESSION_SECRET ?? '');
  }

  /** What a link of a mail is about and how it stands. Changes nothing, so a program that opens every link of a mail does no harm. */
  async byToken(token: string): Promise<{ kind: MailKind; subscribed: boolean }> {
    const { personId, kind } = await this.read(token);
    return { kind, subscribed: (await this.of(personId))[kind] !== 'off' };
  }

  /** Ends mails of the kind that the token names. Twice is once. */
  async unsubscribe(token: string): Promise<{ kind: MailKind; subscribed: boolean }> {
    return this.turn(token, () => 'off');
  }

  /** Takes it back: the usual choice again. */
  async subscribe(token: string): Promise<{ kind: MailKind; subscribed: boolean }> {
    return this.turn(token, (kind, now) => (now === 'off' ? KINDS[kind].choices[0] : now));
  }

  private async turn(
    token: string,
    to: (kind: MailKind, now: Choice) => Choice,
  ): Promise<{ kind: MailKind; subscribed: boolean }> {
    const { personId, kind } = await this.read(token);
    return this.source.transaction(async (tx) => {
      const choice = to(kind, (await this.of(personId, tx))[kind]);
      await this.set(tx, personId, kind, choice);
      return { kind, subscribed: choice !== 'off' };
    });
  }

  private async read(token: string): Promise<Unsubscription> {
    const said = this.env.SESSION_SECRET === null ? null : readUnsubscribeToken(token, this.env.SESSION_SECRET);
    if (!said) return refuse('notification.link-not-valid');
    const people: unknown[] = await this.source.query('SELECT 1 FROM people WHERE id = $1', [said.personId]);
    return people.length > 0 ? said : refuse('notification.link-not-valid');
  }

  private async set(tx: Tx, personId: string, kind: MailKind, choice: Choice): Promise<void> {
    await tx.query(
      `INSERT INTO notification_choices (person_id, kind, choice, changed_at) VALUES ($1, $2, $3, $4) ON CONFLICT (person_id, kind) DO UPDATE SET choice = excluded.choice, changed_at = excluded.changed_at`,
      [personId, kind, choice, this.clock.now()],
    );
  }
}
