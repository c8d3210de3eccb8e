import { Injectable } from '@nestjs/common';
import { Catalogue } from '#catalogue';
import { Clock, derivedId, type Fact } from '#kernel';
import { titleInMails } from '#forms';
import { offerName } from '#offers';
import { preparedQuery, sendMail, type FactJob, type Tx } from '#platform';
import { DataSource } from 'typeorm';
import { digestDay } from './digest.rules.js';
import type { Locale } from './mail-texts.rules.js';
import { deskProposalsText, offerProposalsText, type ProposalLine } from './proposal-mails.rules.js';
import {
  standingProposals,
  toldBefore,
  toldThatDay,
  deskPeople,
  type ProposalRow,
  type ToldSubjects,
} from './proposals.queries.js';
import { timeZonesOf } from './time-zones.queries.js';

/** Of how many offers (or organizations) one person is told in a day: an import of ten thousand must not become ten thousand mails. */
export const TOLD_PER_DAY = 20;

/** Needs of a clearing whose people are told in one transaction. */
const TOLD_AT_ONCE = 50;

interface Reader {
  readonly personId: string;
  readonly locale: Locale;
}

/** One person, and the offer or organization whose proposals concern them. */
interface Word extends Reader {
  readonly subject: 'offer' | 'organization';
  readonly subjectId: string;
  readonly rows: readonly ProposalRow[];
}

/** Tells both sides that there is something to choose from: once for each offer or organization, person and day, and only what is new. */
@Injectable()
export class ProposalMails {
  readonly job: FactJob<Fact<'match.proposed'>> = {
    name: 'notifications.proposals',
    applyAll: async (tx, facts) => {
      await this.tell(tx, { offerIds: facts.flatMap(({ payload }) => payload.offerId ?? []) });
      await this.tell(tx, { needIds: facts.flatMap(({ payload }) => payload.needId ?? []) });
    },
  };

  /** A batch of a clearing's plan, some needs in a transaction; what was told before is not told again. */
  readonly plannedJob: FactJob<Fact<'clearing.proposed'>> = {
    name: 'notifications.planned-proposals',
    call: async (fact) => {
      const { needIds } = fact.payload;
      for (let from = 0; from < needIds.length; from += TOLD_AT_ONCE)
        await this.source.transaction((tx) => this.tell(tx, { needIds: needIds.slice(from, from + TOLD_AT_ONCE) }));
    },
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  private async tell(tx: Tx, subjects: ToldSubjects): Promise<void> {
    if (('offerIds' in subjects ? subjects.offerIds : subjects.needIds).length === 0) return;
    const rows = await standingProposals(tx, subjects);
    if (rows.length === 0) return;
    const words = await this.words(tx, rows);
    const told = await toldBefore(tx, words);
    const fresh = words.filter((word) =>
      word.rows.some((row) => row.proposedAt > (told.get(keyOf(word))?.at ?? new Date(0))),
    );
    const days = await this.daysOf(tx, fresh);
    const due = fresh.filter((word) => told.get(keyOf(word))?.day !== days.get(word.personId)); // as `say` would find: of an organization that many offer to, nearly all have heard
    if (due.length === 0) return;
    const today = await toldThatDay(tx, [...new Set(due.map((word) => word.personId))], [...new Set(days.values())]);
    // In one order everywhere, so that two jobs about the same people never wait in a circle.
    for (const word of due.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      const day = days.get(word.personId) as string;
      const key = `${word.personId} ${day}`;
      const told = today.get(key) ?? 0;
      if (told >= TOLD_PER_DAY) continue; // as `say` would find: after a clearing that is what most of them come to
      if (await this.say(tx, word, day)) today.set(key, told + 1);
    }
  }

  /** The day that it is for each reader: news are counted from summary to summary. */
  private async daysOf(tx: Tx, readers: readonly Reader[]): Promise<Map<string, string>> {
    const people = [...new Set(readers.map(({ personId }) => personId))];
    const [zones, now] = [await timeZonesOf(tx, people, this.catalogue), this.clock.now()];
    return new Map(people.map((personId) => [personId, digestDay(now, zones.get(personId) ?? 'UTC')]));
  }

  private async words(tx: Tx, rows: readonly ProposalRow[]): Promise<Word[]> {
    const donors = grouped(rows, (row) => row.offerId).map(([subjectId, own]): Word => ({
      subject: 'offer',
      subjectId,
      rows: own,
      personId: own[0]?.donorPersonId ?? '',
      locale: own[0]?.donorLocale ?? 'ru',
    }));
    const people = await deskPeople(tx, [...new Set(rows.map((row) => row.organizationId))]);
    const desks = grouped(rows, (row) => row.organizationId).flatMap(([subjectId, own]) =>
      people
        .filter((person) => person.organizationId === subjectId)
        .map(({ personId, locale }): Word => ({ subject: 'organization', subjectId, rows: own, personId, locale })),
    );
    return [...donors, ...desks];
  }

  /** False where the person has heard of this subject on that day, or of enough others. */
  private async say(tx: Tx, word: Word, day: string): Promise<boolean> {
    const { personId, subjectId, subject, locale } = word;
    const first = await preparedQuery(
      tx,
      `INSERT INTO told_proposals (person_id, subject_id, day, told_at)
       SELECT $1, $2, $3::date, $4 WHERE (SELECT count(*) FROM told_proposals WHERE person_id = $1 AND day = $3::date) < ${TOLD_PER_DAY} ON CONFLICT DO NOTHING RETURNING 1 AS first`,
      [personId, subjectId, day, this.clock.now()],
    );
    if (first.length === 0) return false;
    const path = subject === 'offer' ? `/offer/${subjectId}` : `/desk/${subjectId}`;
    const texts = { ru: this.text(word, 'ru'), en: this.text(word, 'en') };
    const { subject: line, body, action } = texts[locale];
    await sendMail(tx, {
      id: derivedId(subjectId, `proposals ${day} ${personId}`),
      personId,
      template: `proposals.${subject}`,
      locale,
      kind: 'proposal',
      subject: line,
      body,
      action: { url: path, label: action },
      notice: { subjectType: subject, subjectId, path, ru: texts.ru.subject, en: texts.en.subject },
    });
    return true;
  }

  private text({ subject, rows }: Word, locale: Locale): ReturnType<typeof deskProposalsText> {
    const needs: ProposalLine[] = rows.map((row) => ({ ...row, title: titleInMails(this.catalogue, row, locale) }));
    if (subject === 'organization') return deskProposalsText(needs, locale);
    const [first] = rows as readonly [ProposalRow];
    return offerProposalsText(
      offerName(
        this.catalogue,
        { title: first.offerTitle, item: first.offerItem, category: first.offerCategory, kind: first.kind },
        locale,
      ),
      needs,
      locale,
    );
  }
}

const keyOf = (word: Pick<Word, 'personId' | 'subjectId'>): string => `${word.personId} ${word.subjectId}`;

function grouped(rows: readonly ProposalRow[], by: (row: ProposalRow) => string): [string, ProposalRow[]][] {
  const groups = new Map<string, ProposalRow[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return [...groups];
}
