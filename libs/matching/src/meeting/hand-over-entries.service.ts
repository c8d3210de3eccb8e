import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount, measureAs } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, derivedId, refuseForm } from '#kernel';
import type { Tx } from '#platform';
import { mayKnowMatch, sidesOf } from '../match-life.rules.js';
import { refuse as refuseMatch } from '../match-life.refusals.js';
import {
  afterLedger,
  bookExtra,
  findMatch,
  holdOf,
  inOrder,
  lockMatch,
  moveMatch,
  type LockedMatch,
  type StepContext,
} from '../match-steps.js';
import { MatchesService } from '../matches.service.js';
import {
  CODE_LIMITS,
  codeFrom,
  divideHandOver,
  doneAt,
  goesBack,
  takesCode,
  whyNotAll,
  type LostReason,
  type Parts,
  type RefusedReason,
} from './hand-over-entry.rules.js';
import { tryCode } from './hand-over-code.queries.js';
import { readEntry, type StoredEntry } from './hand-over-entry.queries.js';
import { refuse } from './hand-over.refusals.js';

/** What the organization says at the place. Quantities as people write them, in the unit of the offer or need. */
export interface SaidEntry {
  /** Made by the phone: the same entry sent again is the same. */
  readonly id: string;
  readonly code: string;
  readonly at?: Date;
  readonly unit?: string;
  readonly quantity?: string;
  readonly refused?: string;
  readonly refusedReason?: RefusedReason;
  readonly expired?: string;
  readonly lost?: string;
  readonly lostReason?: LostReason;
  readonly extra?: string;
}

type Words = Pick<StoredEntry, 'refused' | 'refusedReason' | 'expired' | 'lostReason'>;

/** A thing changes hands: the giver shows a code, the organization enters it with what came, and by that both have confirmed. */
@Injectable()
export class HandOverEntries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly matches: MatchesService,
  ) {}

  /** A new code for one that was guessed at too often: the giver alone asks for it. */
  async renewCode(actor: Actor, matchId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const found = await this.found(tx, actor, matchId, 'donor');
      const { match, need } = await lockMatch(tx, found);
      if (!takesCode(need.kind, match.status)) refuse('hand-over.no-code');
      const [rows] = (await tx.query(
        'UPDATE hand_over_codes SET code = $2, tries = 0, made_at = $3 WHERE match_id = $1 AND tries >= $4 RETURNING match_id',
        [matchId, codeFrom(randomInt(10_000)), this.clock.now(), CODE_LIMITS.tries],
      )) as [unknown[], number];
      if (rows.length === 0) refuse('hand-over.code-counts');
    });
  }

  /** Confirms for both sides at once. Sent again under its id it changes nothing, whatever has happened since. */
  async enter(actor: Actor, matchId: string, said: SaidEntry): Promise<void> {
    const found = await this.found(this.source.manager, actor, matchId, 'organization');
    const before = await readEntry(this.source.manager, said.id);
    let carrierId: string | null = null;
    if (before === null) {
      if (found.match.status !== 'confirmed') carrierId = (await tryCode(this.source, found, said.code)).carrierId;
      this.parts(actor, found, said); // what cannot be divided is told before anything is locked
    }
    await this.source.transaction(async (tx) => {
      const locked = await lockMatch(tx, found);
      const parts = this.parts(actor, locked, said);
      const entered = await readEntry(tx, said.id);
      if (entered) return this.refuseOther(actor, tx, locked, entered, said, parts);
      if (locked.match.status === 'confirmed')
        return this.refuseOther(actor, tx, locked, await readEntry(tx, null, matchId), said, parts);
      if (!takesCode(locked.need.kind, locked.match.status))
        refuseMatch('match.not-now', { status: locked.match.status });
      const context = inOrder({ tx, at: this.clock.now(), by: actor.personId }, locked.match);
      await this.book(context, locked, said, parts, carrierId);
    });
  }

  private async found(tx: Tx, actor: Actor, matchId: string, side: 'donor' | 'organization'): Promise<LockedMatch> {
    const found = await findMatch(tx, matchId);
    if (!mayKnowMatch(actor, found.parties)) refuseMatch('match.not-found');
    if (!sidesOf(actor, found.parties).includes(side)) refuseMatch('match.not-yours');
    return found;
  }

  /** Each part is an entry of its own: what arrived, what was lost, what goes back to its giver; what is left is available again. */
  private async book(
    context: StepContext,
    locked: LockedMatch,
    said: SaidEntry,
    parts: Parts,
    carrierId: string | null,
  ): Promise<void> {
    const { match, need, offer } = locked;
    const { tx, at, by } = context;
    const { ledger } = this.matches;
    const time = doneAt(said.at ?? null, at, match.acceptedAt ?? at);
    if (!time.ok) return refuse(time.code);
    const words = wordsOf(said, parts);
    await ledger.post(tx, {
      holdId: holdOf(match),
      amount: parts.arrived,
      reason: whyNotAll(parts, words.refusedReason) ?? undefined,
      at,
      by,
    });
    if (parts.lost > 0)
      await ledger.lose(tx, {
        id: derivedId(match.id, 'lost'),
        offerId: offer.id,
        holderId: carrierId ?? need.organizationId,
        carrier: carrierId !== null,
        amount: parts.lost,
        matchId: match.id,
        reason: `lost on the way: ${words.lostReason}`,
        at,
        by,
      });
    for (const { part, amount, reason } of goesBack(parts, words.refusedReason))
      await ledger.release(tx, { id: derivedId(match.id, part), offerId: offer.id, amount, reason, at, by });
    if (parts.extra > 0) await bookExtra(ledger, context, locked, parts.extra);
    const written = (await tx.query(
      'INSERT INTO hand_over_entries (match_id, id, done_at, told_at, refused, refused_reason, expired, lost_reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING id',
      [match.id, said.id, time.at, at, words.refused, words.refusedReason, words.expired, words.lostReason],
    )) as unknown[];
    if (written.length === 0) refuse('hand-over.same-id'); // entered for another match at the same moment
    await moveMatch(context, locked, 'confirmed', {
      deliveredAt: match.deliveredAt ?? time.at,
      confirmedAt: at,
      nothingCame: parts.arrived + parts.extra === 0,
    });
    await afterLedger(this.matches, context, locked);
  }

  /** What was entered or confirmed before stands as the books have it: the same words again change nothing, others are refused. */
  private async refuseOther(
    actor: Actor,
    tx: Tx,
    { match }: LockedMatch,
    before: StoredEntry | null,
    said: SaidEntry,
    parts: Parts,
  ): Promise<void> {
    if (before && before.matchId !== match.id) return refuse('hand-over.same-id');
    const { arrived, lost, extra } = await this.matches.ledger.arrivalOf(tx, {
      holdId: holdOf(match),
      lostId: derivedId(match.id, 'lost'),
      extraId: derivedId(match.id, 'extra'),
    });
    const words = wordsOf(said, parts);
    const booked: Words = before ?? { refused: 0, refusedReason: null, expired: 0, lostReason: null };
    const sameWords =
      booked.refused === words.refused &&
      booked.refusedReason === words.refusedReason &&
      booked.expired === words.expired &&
      (before === null || booked.lostReason === words.lostReason);
    if (sameWords && arrived === parts.arrived && lost === parts.lost && extra === parts.extra) return;
    if (before?.id === said.id) refuse('hand-over.same-id');
    refuseMatch('match.confirmed-otherwise', {
      arrived,
      lost,
      extra,
      unit: match.unit,
      arrivedText: formatAmount(arrived + extra, match.unit, actor.locale, this.catalogue),
    });
  }

  private parts(actor: Actor, { match, offer, need }: LockedMatch, said: SaidEntry): Parts {
    const amount = (field: 'quantity' | 'refused' | 'expired' | 'lost' | 'extra', absent: number): number => {
      const text = said[field];
      if (text === undefined) return absent;
      if (/^0+([.,]0+)?$/.test(text.trim())) return 0;
      const measured = measureAs(
        this.catalogue,
        said.unit === undefined || said.unit === offer.unit ? offer : need,
        text,
        said.unit ?? offer.unit,
      );
      if (measured.ok) return measured.amount;
      refuseForm(measured.errors.map((error) => ({ ...error, field })));
      return absent;
    };
    const [refused, expired, lost, extra] = [
      amount('refused', 0),
      amount('expired', 0),
      amount('lost', 0),
      amount('extra', 0),
    ];
    if (refused > 0 && !said.refusedReason) refuseForm([{ field: 'refusedReason', code: 'hand-over.reason-needed' }]);
    if (lost > 0 && !said.lostReason) refuseForm([{ field: 'lostReason', code: 'hand-over.reason-needed' }]);
    const divided = divideHandOver(match.amount, {
      quantity: amount('quantity', Math.max(0, match.amount - refused - expired - lost)),
      refused,
      expired,
      lost,
      extra,
    });
    if (divided.ok) return divided.parts;
    const params = {
      held: match.amount,
      heldText: formatAmount(match.amount, match.unit, actor.locale, this.catalogue),
    };
    return divided.code === 'match.more-than-held' ? refuseMatch(divided.code, params) : refuse(divided.code, params);
  }
}

/** A reason stands only where there is something that it is of. */
const wordsOf = (said: SaidEntry, { refused, expired, lost }: Parts): Words => ({
  refused,
  refusedReason: refused > 0 ? (said.refusedReason ?? null) : null,
  expired,
  lostReason: lost > 0 ? (said.lostReason ?? null) : null,
});
