import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, refuseForm } from '#kernel';
import type { Tx } from '#platform';
import { confirmedOnly, isModerator, type Actor } from '#identity';
import { Catalogue } from '#catalogue';
import { Ledger } from '#ledger';
import { NeedsService } from '#needs';
import { OffersService } from '#offers';
import {
  ALREADY,
  CANCELLED_MS,
  DECLINE_REASONS,
  MATCH_STEPS,
  mayKnowMatch,
  NOT_NOW_MS,
  rolesFor,
  rolesOf,
  SAYS_GIVEN,
  sidesOf,
  VERB_ROLES,
  verbsOfMoney,
  type DeclineReason,
  type MatchVerb,
} from './match-life.rules.js';
import {
  endMatch,
  findMatch,
  inOrder,
  lockMatch,
  moveMatch,
  decideObjection,
  type LockedMatch,
  type StepContext,
} from './match-steps.js';
import { refuseBeforeMeeting, refuseUnfit } from './match-fit.js';
import { divided, receive, receivedAlike, type Arrived } from './match-receipt.js';
import {
  amountOf,
  refuseOtherAmount,
  sideThatSays,
  type AcceptInput,
  saysPart,
  type ArrivalInput,
  type MatchVerbs,
  type PartInput,
} from './match-words.js';
import { MatchEntity } from './match.entity.js';
import { firstYes, secondYes } from './match-yes.js';
import { refuse } from './match-life.refusals.js';
import { shareContact } from './meeting/shared-contacts.js';

type Step = (context: StepContext, locked: LockedMatch) => Promise<void>;

/** The verbs of a match. Each opens its own transaction; a repeated one finds its effect done and changes nothing. */
@Injectable()
export class MatchesService implements MatchVerbs {
  constructor(
    private readonly source: DataSource,
    readonly clock: Clock,
    readonly catalogue: Catalogue,
    readonly ledger: Ledger,
    readonly needs: NeedsService,
    readonly offers: OffersService,
  ) {}

  /** proposed -> held (or accepted, where the need's yes was given beforehand) -> accepted. */
  async accept(actor: Actor, matchId: string, said: AcceptInput = {}): Promise<void> {
    await this.step(
      actor,
      matchId,
      'accept',
      async (context, locked) => {
        const asked =
          said.quantity === undefined ? undefined : amountOf(this, locked, said.quantity, said.unit, 'quantity');
        await refuseUnfit(context.tx, this.catalogue, locked.offer, locked.need, context.at);
        await shareContact(actor, context, locked, sideThatSays(actor, locked), said.contact);
        if (locked.match.status === 'proposed') await firstYes(this, actor, context, locked, asked);
        else await secondYes(this, actor, context, locked, asked);
      },
      async (_context, locked) => {
        if (
          said.quantity !== undefined &&
          amountOf(this, locked, said.quantity, said.unit, 'quantity') !== locked.match.amount
        )
          refuseOtherAmount(this, actor, locked);
      },
    );
  }

  async decline(actor: Actor, matchId: string, reason: string): Promise<void> {
    if (!(DECLINE_REASONS as readonly string[]).includes(reason))
      refuseForm([{ field: 'reason', code: 'match.decline-reason' }]);
    await this.step(actor, matchId, 'decline', async (context, locked) => {
      const notBefore = (reason as DeclineReason) === 'not-now' ? new Date(context.at.getTime() + NOT_NOW_MS) : null;
      await endMatch(this, context, locked, 'declined', {
        reason,
        endedBy: sidesOf(actor, locked.parties)[0] ?? null,
        notBefore,
      });
    });
  }

  async deliver(actor: Actor, matchId: string): Promise<void> {
    await this.step(actor, matchId, 'deliver', (context, locked) =>
      moveMatch(context, locked, 'delivered', { deliveredAt: context.at }),
    );
  }

  /** The organization says what arrived: that is posted, `lost` goes to losses, the rest is available again, `extra` is booked on top. */
  async confirm(actor: Actor, matchId: string, said: ArrivalInput = {}): Promise<void> {
    await this.step(
      actor,
      matchId,
      'confirm',
      async (context, locked) => void (await receive(this, actor, context, locked, said)),
      (context, locked) => receivedAlike(this, actor, context, locked, said),
    );
  }

  async cancel(actor: Actor, matchId: string, reason?: string): Promise<void> {
    await this.step(actor, matchId, 'cancel', async (context, locked) => {
      const side = sidesOf(actor, locked.parties)[0];
      const notBefore = side === undefined ? null : new Date(context.at.getTime() + CANCELLED_MS);
      await endMatch(this, context, locked, 'cancelled', {
        reason: reason ?? null,
        endedBy: side ?? 'moderator',
        notBefore,
      });
    });
  }

  /** Either side says that it was otherwise; of a dispute that stands, the other side says its words, once. Both stand before the moderator. */
  async dispute(actor: Actor, matchId: string, reason?: string): Promise<void> {
    const words = reason?.trim() ?? '';
    if (!words) refuseForm([{ field: 'reason', code: 'match.reason-needed' }]);
    await this.step(actor, matchId, 'dispute', async (context, locked) => {
      if (locked.match.status === 'disputed')
        await context.tx.update(MatchEntity, { id: matchId }, { disputeAnswer: words });
      else
        await moveMatch(context, locked, 'disputed', {
          reason: words,
          disputedBy: sidesOf(actor, locked.parties)[0] ?? null,
        });
    });
  }

  /**
   * A moderator's word on a disputed or silent match, in the transaction of the decision. Of an objection `confirm` leaves what was confirmed, `cancel` books what the volunteer says.
   * @param said of `confirm`: how much arrived and how much is lost; nothing said: all of it arrived
   * @param words what the moderator wrote: both sides read it
   * @returns what arrived; null where that was decided before, or is another matter
   */
  async decide(
    tx: Tx,
    actor: Actor,
    matchId: string,
    outcome: 'confirm' | 'cancel',
    said: PartInput = {},
    words = '',
  ): Promise<Arrived | null> {
    const locked = await lockMatch(tx, await findMatch(tx, matchId));
    const objected = locked.match.objectedAt !== null;
    if (!objected && ALREADY[outcome].includes(locked.match.status)) {
      if (saysPart(said))
        await receivedAlike(this, actor, { tx, at: this.clock.now(), by: actor.personId }, locked, said);
      return null;
    }
    if (!isModerator(actor) || sidesOf(actor, locked.parties).length > 0) refuse('match.not-yours');
    const context = inOrder({ tx, at: this.clock.now(), by: actor.personId }, locked.match);
    if (objected) {
      await decideObjection(this, context, locked, { upheld: outcome === 'cancel' });
      return null;
    }
    if (!['delivered', 'disputed'].includes(locked.match.status)) refuse('match.not-now');
    if (outcome === 'confirm') {
      const division = divided(this, locked, said);
      if (division.ok && division.arrived + division.lost === 0)
        refuseForm([{ field: 'quantity', code: 'match.nothing-arrived' }]); // that is a cancellation, and nobody has kept a promise
      return receive(this, actor, context, locked, said, words);
    }
    await endMatch(this, context, locked, 'cancelled', { endedBy: 'moderator', reason: 'moderator', decided: words });
    return null;
  }

  /** Existence, permission, then state under lock; the change itself is the caller's, and so is what a verb that had its effect before says to being used again. */
  private async step(actor: Actor, matchId: string, verb: MatchVerb, change: Step, again?: Step): Promise<void> {
    await this.source.transaction(async (tx) => {
      const found = await findMatch(tx, matchId);
      if (!mayKnowMatch(actor, found.parties)) refuse('match.not-found');
      if (
        !rolesOf(actor, found.parties, found.match).some((role) =>
          rolesFor(VERB_ROLES[verb], verb, found.need.kind).includes(role),
        )
      )
        refuse('match.not-yours');
      if (verb === 'accept') confirmedOnly(actor);
      if (found.match.signUp) refuse('match.of-a-shift');
      const { byCard } = found.match;
      if (verbsOfMoney({ gift: found.offer.gift, byCard }).includes(verb))
        refuse(byCard ? 'match.by-card' : 'match.of-a-gift');
      const locked = await lockMatch(tx, found);
      const roles = rolesOf(actor, locked.parties, locked.match);
      const context = inOrder({ tx, at: this.clock.now(), by: actor.personId }, locked.match);
      const allowed = rolesFor(MATCH_STEPS[locked.match.status][verb], verb, locked.need.kind).some((role) =>
        roles.includes(role),
      );
      if (
        !allowed &&
        (ALREADY[verb].includes(locked.match.status) || (verb === 'accept' && roles.includes('answered')))
      )
        return again?.(context, locked);
      if (!allowed) refuse('match.not-now', { status: locked.match.status });
      if (SAYS_GIVEN.includes(verb)) await refuseBeforeMeeting(context, locked);
      await change(context, locked);
    });
  }
}
