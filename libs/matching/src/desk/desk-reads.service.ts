import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { donorLabel } from '#donors';
import { isMember, type Actor, type Locale } from '#identity';
import { Clock, isDay, refuseForm } from '#kernel';
import { placedPoints } from '#organizations';
import { MATCH_WAITS } from '../match-life.rules.js';
import { refuse } from '../match-life.refusals.js';
import { MatchReads } from '../match-reads.service.js';
import type { MatchView } from '../match.view.js';
import { slotsWithYes, suggestedSlots, type Slot } from '../meeting/slots.rules.js';
import {
  answeredSql,
  awaitedSql,
  countAwaited,
  countRunning,
  handOversSql,
  pointsOf,
  type DeskCursor,
  type DeskRow,
  type HandOverRow,
  type NeedAwaited,
  type RunningCounts,
} from './desk.queries.js';
import { handOverState, type HandOverState } from './hand-over-state.rules.js';
import { weekOf } from './week.rules.js';

export type AnswerStage = 'waiting' | 'answered';

/** A match with the time that orders it: until when an answer is awaited, or when there was one. */
export type AnswerView = MatchView & {
  readonly at: Date;
  /** Hours to propose with the yes that makes it agreed. */
  readonly slots: readonly Slot[];
};

export interface AnswersPage extends RunningCounts {
  readonly items: readonly AnswerView[];
  readonly next: DeskCursor | null;
  readonly waiting: number;
  /** Of them: where a person has said yes. */
  readonly held: number;
  /** Need by need, where it is asked for. */
  readonly byNeed: readonly NeedAwaited[];
  /** Hours to propose with a yes, by the opening hours of the points. */
  readonly slots: readonly Slot[];
  readonly timeZone: string;
}

export interface HandOverOfDesk {
  readonly match: string;
  readonly state: HandOverState;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly place: string | null;
  readonly text: string;
  readonly donor: string;
  readonly need: { readonly id: string; readonly title: string; readonly kind: string };
}

export interface HandOversOfWeek {
  readonly monday: string;
  /** Of the organization: its week is shown on its clock. */
  readonly timeZone: string;
  readonly items: readonly HandOverOfDesk[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What an organization works through: what waits for its word, and when things change hands. */
@Injectable()
export class DeskReads {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly matches: MatchReads,
  ) {}

  /** To members and moderators. @throws match.not-found */
  async answers(
    actor: Actor,
    organization: string,
    asked: { stage: AnswerStage; need: string | null; byNeed: boolean; limit: number; after: DeskCursor | null },
    locale: Locale,
  ): Promise<AnswersPage> {
    await this.matches.listable(actor, { organizationId: organization });
    const { sql, params } = (asked.stage === 'waiting' ? awaitedSql : answeredSql)(
      organization,
      asked.need,
      asked.limit + 1,
      asked.after,
    );
    const rows = (await this.source.query(sql, params)) as DeskRow[];
    const shown = rows.slice(0, asked.limit);
    const views = new Map(
      (
        await this.matches.views(
          actor,
          shown.map(({ id }) => id),
          locale,
        )
      ).map((view) => [view.id, view]),
    );
    const own = await pointsOf(this.source, organization);
    const points =
      own && isMember(actor, organization)
        ? placedPoints(own.points, this.catalogue.place(own.place)?.nameRu ?? '')
        : [];
    const timeZone = this.timeZoneOf(own?.place);
    const now = this.clock.now();
    const items = shown.flatMap(({ id, at }) => {
      const view = views.get(id);
      if (!view) return [];
      const { status, amount, need, offer } = view;
      const answer = { status, amount, kind: need.kind, pickUp: offer.pickUp, deadline: need.deadline };
      return [{ ...view, at, slots: isMember(actor, organization) ? slotsWithYes(answer, points, timeZone, now) : [] }];
    });
    const last = shown.at(-1);
    const counts = await countAwaited(this.source, organization);
    return {
      items,
      next: rows.length > asked.limit && last ? { at: last.at.toISOString(), id: last.id } : null,
      waiting: sum(counts.map(({ waiting }) => waiting)),
      held: sum(counts.map(({ held }) => held)),
      byNeed: asked.byNeed ? counts : [],
      ...(await countRunning(this.source, organization)),
      slots: suggestedSlots(points, timeZone, now, new Date(now.getTime() + MATCH_WAITS.handOverMs)),
      timeZone,
    };
  }

  /** Of the week in which the day lies. To those who meet for it: owners and coordinators. @throws match.not-found, match.not-yours */
  async handOvers(actor: Actor, organization: string, day: string | null, locale: Locale): Promise<HandOversOfWeek> {
    if (!isMember(actor, organization)) refuse('match.not-found');
    if (!isMember(actor, organization, ['owner', 'coordinator'])) refuse('match.not-yours');
    if (day !== null && !isDay(day)) refuseForm([{ field: 'day', code: 'form.not-a-date' }]);
    const now = this.clock.now();
    const timeZone = this.timeZoneOf((await pointsOf(this.source, organization))?.place);
    const { monday, from, until } = weekOf(day, timeZone, now);
    const { sql, params } = handOversSql(organization, from, until, now);
    const rows = (await this.source.query(sql, params)) as HandOverRow[];
    return { monday, timeZone, items: rows.map((row) => this.handOverView(row, now, locale)) };
  }

  private handOverView(row: HandOverRow, now: Date, locale: Locale): HandOverOfDesk {
    return {
      match: row.match,
      state: handOverState(
        row.status,
        row.until && row.proposedBy && { until: row.until, proposedBy: row.proposedBy, agreed: row.agreed },
        now,
      ),
      from: row.from,
      until: row.until,
      place: row.where,
      text: formatAmount(row.amount, row.unit, locale, this.catalogue),
      donor: donorLabel(row.donor, row.donor === null, locale),
      need: { id: row.needId, title: row.title, kind: row.kind },
    };
  }

  private timeZoneOf(place: string | undefined): string {
    return (place && this.catalogue.place(place)?.timeZone) || 'UTC';
  }
}
