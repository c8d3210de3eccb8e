import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { donorLabel } from '#donors';
import type { Actor, Locale } from '#identity';
import { Clock } from '#kernel';
import { isPrivateCategory, titleOfCategory } from '#forms';
import { placedPoints } from '#organizations';
import type { MatchSide } from '../match.entity.js';
import type { MatchRow, MatchSummary } from '../match-summary.js';
import { nameForOthers, type MatchView } from '../match.view.js';
import { rolesOf, sidesOf, type MatchVerb } from '../match-life.rules.js';
import { refuse } from '../match-life.refusals.js';
import { MatchReads } from '../match-reads.service.js';
import { keepLook, looksAt, type LookView } from './contact-looks.js';
import { calendarText, type CalendarEntry } from './hand-over-calendar.js';
import { readEntry, shownCode } from './hand-over-entry.queries.js';
import { CODE_LIMITS, codeCan, takesCode, type CodeVerb } from './hand-over-entry.rules.js';
import { meetingCan, type MeetingVerb } from './hand-over.rules.js';
import { enteredView, handOverSummary, shownContact, type MeetingView } from './meeting.view.js';
import { readMeeting, type StoredMeeting } from './meeting.queries.js';
import { paymentFor, type Payment } from './payment.rules.js';
import { firstTime, meetingSlots, pointsFor, slotsWithYes, type Slot } from './slots.rules.js';

/** A match with its meeting. */
export type MeetingMatch = Omit<MatchView, 'can'> &
  Omit<MeetingView, 'meetingCan'> & { readonly can: readonly (MatchVerb | MeetingVerb | CodeVerb)[] };

export interface LooksPage {
  readonly items: readonly LookView[];
  readonly next: readonly [at: string, id: string] | null;
}

/** What the two sides, and only they, read of a meeting. Each reading of a contact is logged. */
@Injectable()
export class MeetingReads {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly reads: MatchReads,
  ) {}

  /** @throws match.not-found */
  async one(actor: Actor, matchId: string, locale: Locale): Promise<MeetingMatch> {
    const match = await this.reads.known(actor, matchId);
    const { meetingCan: meets, ...meeting } = await this.of(actor, match, locale);
    const view = await this.reads.view(actor, match, locale);
    return { ...view, ...meeting, can: [...view.can, ...meets] };
  }

  private placed(stored: StoredMeeting | null): StoredMeeting | null {
    if (!stored) return null;
    const town = this.catalogue.place(stored.pointsPlace)?.nameRu ?? '';
    return { ...stored, points: placedPoints(stored.points, town), ownPoints: placedPoints(stored.ownPoints, town) };
  }

  /** Not found for anybody who is no side of it; a person who answers for the organization's account reads how its money comes, and no more. */
  private async of(actor: Actor, match: MatchSummary, locale: Locale): Promise<MeetingView> {
    const side = sidesOf(actor, match.parties)[0];
    const now = this.clock.now();
    const reads = side ?? (rolesOf(actor, match.parties, match).includes('treasurer') ? 'organization' : null);
    const stored = reads && this.placed(await readMeeting(this.source, match.id, reads, now));
    const money = { payment: stored && paymentOf(match, stored), bank: stored && stored.bank };
    if (!side || !stored)
      return {
        side: null,
        contact: null,
        contactsUntil: null,
        shared: null,
        handOver: null,
        code: null,
        entered: null,
        slots: [],
        firstTime: null,
        handOverPoints: [],
        ...money,
        timeZone: this.timeZoneOf(match),
        meetingCan: [],
      };
    const { handOver, own, other, shown } = stored;
    const proposed = handOver && { ...handOver, agreed: handOver.agreedAt !== null };
    const shownBy =
      side === 'donor' && takesCode(match.kind, match.status) ? await shownCode(this.source, match.id, now) : null;
    const can = [
      ...(match.signUp ? [] : meetingCan(side, actor.personId, match.status, proposed, now)), // its shift has the hour
      ...codeCan(side, match, shownBy && !shownBy.carried ? shownBy.tries : null),
    ];
    if (other && (other.phone || other.email || other.note)) await this.keep(actor, match.id, side, other.givenBy, now);
    const timeZone = this.timeZoneOf(match);
    const meets = can.includes('propose-hand-over');
    const slots = slotsOf(match, stored, side, meets, timeZone, now);
    return {
      side,
      contact: shown ? shownContact(other, this.nameOfOther(actor, match, side, locale)) : null,
      contactsUntil: stored.shownUntil,
      shared: own && shownContact(own, null),
      handOver: handOver && {
        sequence: handOver.sequence,
        from: handOver.from,
        until: handOver.until,
        place: handOver.place,
        note: handOver.note,
        proposedBy: handOver.proposedBy,
        agreed: handOver.agreedAt !== null,
      },
      code: shownBy && !shownBy.carried ? { code: shownBy.code, usedUp: shownBy.tries >= CODE_LIMITS.tries } : null,
      entered:
        match.status === 'confirmed'
          ? enteredView(this.catalogue, await readEntry(this.source, null, match.id), match.unit, locale)
          : null,
      slots,
      firstTime: meets ? firstTime(slots, stored.points, timeZone, now, match) : null,
      handOverPoints: pointsFor(match.kind, stored.points),
      ...money,
      timeZone,
      meetingCan: can,
    };
  }

  /** The hand-over as a file for calendars. @throws match.no-hand-over */
  async calendar(
    actor: Actor,
    matchId: string,
    locale: Locale,
    sender: { publicUrl: string; from: string },
  ): Promise<string> {
    const match = await this.reads.known(actor, matchId);
    const side = sidesOf(actor, match.parties)[0];
    if (!side) return refuse('match.not-yours');
    const stored: StoredMeeting | null = await readMeeting(this.source, matchId, side, this.clock.now());
    if (!stored?.handOver) return refuse('match.no-hand-over');
    const { handOver } = stored;
    const entry: CalendarEntry = {
      matchId,
      sequence: handOver.sequence,
      from: handOver.from,
      until: handOver.until,
      state: handOver.agreedAt ? 'agreed' : 'proposed',
      summary: handOverSummary(this.catalogue, match, locale),
      place: handOver.place,
      note: handOver.note,
      timeZone: this.timeZoneOf(match),
      changedAt: handOver.agreedAt ?? handOver.proposedAt,
    };
    return calendarText(entry, { ...sender, locale });
  }

  /** Who read how to reach this person, the newest first. */
  async looks(
    actor: Actor,
    limit: number,
    after: readonly [at: string, id: string] | null,
    locale: Locale,
  ): Promise<LooksPage> {
    const rows = await looksAt(this.source, actor.personId, limit + 1, after);
    const items = rows.slice(0, limit).map(({ id, at, matchId, needTitle, category, reader, by }) => ({
      id,
      at,
      by,
      reader: reader ?? donorLabel(null, true, locale),
      match: {
        id: matchId,
        title: isPrivateCategory(this.catalogue, category)
          ? titleOfCategory(this.catalogue, category, locale)
          : needTitle,
      },
    }));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? [last.at, last.id] : null };
  }

  private async keep(
    actor: Actor,
    matchId: string,
    readerSide: 'donor' | 'organization',
    ownerId: string | null,
    at: Date,
  ): Promise<void> {
    await this.source.transaction((tx) =>
      keepLook(tx, { matchId, readerId: actor.personId, readerSide, ownerId, by: 'page' }, at),
    );
  }

  private nameOfOther(actor: Actor, match: MatchSummary, side: MatchSide, locale: Locale): string {
    return side === 'donor' ? match.organizationName : nameForOthers(actor, match, locale);
  }

  private timeZoneOf(match: MatchRow): string {
    return this.catalogue.place(match.needPlace)?.timeZone ?? 'UTC';
  }
}

/** While a time is proposed; to the organization already with its yes. */
function slotsOf(
  match: MatchSummary,
  { points, ownPoints }: StoredMeeting,
  side: MatchSide,
  meets: boolean,
  timeZone: string,
  now: Date,
): readonly Slot[] {
  const { offerPickUp: pickUp, needDeadline: deadline } = match;
  if (meets) return match.deadline ? meetingSlots(pickUp, points, timeZone, now, match.deadline, match) : [];
  return side === 'organization' ? slotsWithYes({ ...match, pickUp, deadline }, ownPoints, timeZone, now) : [];
}

/** While agreed money is awaited; of a gift the order that the gift has. */
function paymentOf(match: MatchSummary, { shown, recipient }: StoredMeeting): Payment | null {
  const awaits = shown && match.kind === 'money' && ['accepted', 'delivered'].includes(match.status);
  return awaits
    ? paymentFor(
        match.id,
        match.amount,
        recipient,
        match.gift ? { number: match.needNumber, title: match.needTitle } : null,
      )
    : null;
}
