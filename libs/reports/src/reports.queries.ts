import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { casesOfWords, type Actor } from '#identity';
import { Clock, typograph, writtenIn } from '#kernel';
import {
  isInsider,
  isReportable,
  mayManage,
  maySee,
  NeedEntity,
  readsAsModerator,
  readsWords,
  refuseNeed,
} from '#needs';
import { isPrivateCategory, withoutNamedHealthIn } from '#forms';
import { standingOf } from '#organizations';
import { PhotoEntity, photoView, type PhotoView } from '#photos';
import { countLetters, readBook, type Book } from './book.queries.js';
import { ReportEntity, type ReportStatus } from './report.entity.js';
import { checksOf, recallUntil, reportCan, type CheckCode, type ReportState, type ReportVerb } from './report.rules.js';
import { versionsIn } from './report-versions.js';

/** The words of one version. */
export interface ReportText {
  readonly version: number;
  readonly title: string;
  readonly outcome: string;
  readonly limits: string;
  readonly photos: readonly PhotoView[];
  readonly publishedAt: Date | null;
}

/** The report on a need as one reader sees it. */
export interface ReportView {
  readonly need: string;
  /** Of what others may know: nothing yet, published and its words not read by a moderator, or there for all. */
  readonly state: 'none' | 'waiting' | 'published';
  /** True where the words are kept from this reader. */
  readonly discreet: boolean;
  /** What the books say; null for outsiders until something is published, and where nothing can be reported on. Without names where the words are kept from the reader. */
  readonly book: Book | null;
  /** Versions that others read, the newest first: the first one and its corrections. */
  readonly published: readonly ReportText[];
  /** Members and moderators only. */
  readonly own: OwnReport | null;
  readonly revision: number;
  readonly can: readonly ReportVerb[];
}

export interface OwnReport {
  readonly dueAt: Date | null;
  readonly overdue: boolean;
  readonly status: ReportStatus | null;
  /** What is being written, or what a moderator has not read yet. */
  readonly draft: ReportText | null;
  readonly returnReason: string | null;
  readonly recallUntil: Date | null;
  /** A title that the books suggest. */
  readonly suggestion: string;
  readonly checks: readonly { readonly code: CheckCode; readonly ok: boolean }[];
  /** To how many people a letter goes an hour after the first publication. */
  readonly letters: number;
}

/** A need that owes a report, or has one, as the desk of its organization lists it. */
export interface DueReport {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly kind: string;
  readonly dueAt: Date | null;
  readonly overdue: boolean;
  readonly status: ReportStatus | null;
  readonly publishedAt: Date | null;
  readonly shown: boolean;
}

const MOST_DUE = 100;
const LATEST = 20;

@Injectable()
export class ReportReads {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** @param isParty asked only where the words are kept from outsiders. @throws need.not-found */
  async one(
    actor: Actor | null,
    needId: string,
    locale: 'ru' | 'en',
    isParty: (needId: string) => Promise<boolean>,
  ): Promise<ReportView> {
    const need = await this.source.manager.findOneBy(NeedEntity, { id: needId });
    if (!need || !maySee(actor, need)) return refuseNeed('need.not-found');
    const all = await this.source.manager.findBy(ReportEntity, { needId });
    const { open, last, revision } = versionsIn(all);
    const insider = isInsider(actor, need);
    const inPrivate = isPrivateCategory(this.catalogue, need.category);
    const reads = readsWords(
      actor,
      need,
      inPrivate,
      inPrivate && !insider && last !== null && (await isParty(need.id)),
    );
    const shown = all.filter((one) => one.shownAt !== null).sort((a, b) => b.version - a.version);
    const book = insider || last !== null ? await this.book(need, reads, locale) : null;
    const photos = await this.photosOf([...(reads ? shown : []), ...(insider ? all : [])]);
    const text = (one: ReportEntity): ReportText => textOf(one, photos, insider, locale);
    const state: ReportState = {
      open,
      last,
      received: book?.received ?? 0,
      summed: book?.summed ?? 0,
      reserved: book?.reserved ?? 0,
      photosWaiting: (open?.photoIds ?? []).filter((id) => photos.get(id)?.status === 'waiting').length,
    };
    const manages =
      mayManage(actor, need) &&
      isReportable(need.status, state.received) &&
      (await standingOf(this.source, need.organizationId))?.status !== 'suspended';
    const unread = open ?? (last?.shownAt === null ? last : null);
    const draft = insider && unread ? await this.unread(actor, need, unread, text(unread)) : null;
    return {
      need: need.id,
      state: last === null ? 'none' : shown.length === 0 ? 'waiting' : 'published',
      discreet: !reads,
      book,
      published: reads ? shown.map(text) : [],
      own: insider ? await this.own(need, state, draft, unread?.returnReason ?? null, book) : null,
      revision,
      can: reportCan(manages, state, this.clock.now()),
    };
  }

  /** What an organization owes, the longest due first, and what it has published last. Its own people and moderators ask. */
  async ofOrganization(actor: Actor, organizationId: string): Promise<DueReport[]> {
    if (!isInsider(actor, { organizationId })) refuseNeed('need.not-yours');
    const now = this.clock.now();
    const columns = `n.id, n.number, n.title, n.kind, n.report_due_at AS "dueAt", n.report_due_at <= $2 AS overdue`;
    const due = (await this.source.query(
      `SELECT ${columns}, r.status, NULL AS "publishedAt", false AS shown FROM needs n LEFT JOIN need_reports r ON r.need_id = n.id AND r.status <> 'published'
       WHERE n.organization_id = $1 AND n.report_due_at IS NOT NULL ORDER BY n.report_due_at, n.id LIMIT ${MOST_DUE}`,
      [organizationId, now],
    )) as DueReport[];
    const published = (await this.source.query(
      `SELECT ${columns}, r.status, r.published_at AS "publishedAt", r.shown_at IS NOT NULL AS shown
       FROM (SELECT * FROM needs WHERE organization_id = $1 AND status = 'reported' ORDER BY updated_at DESC, id LIMIT ${LATEST}) n
       JOIN LATERAL (SELECT * FROM need_reports v WHERE v.need_id = n.id AND v.status = 'published' ORDER BY v.version DESC LIMIT 1) r ON true ORDER BY r.published_at DESC, n.id`,
      [organizationId, now],
    )) as DueReport[];
    return [...due, ...published].map((row) => ({ ...row, overdue: row.overdue === true }));
  }

  private async book(need: NeedEntity, reads: boolean, locale: 'ru' | 'en'): Promise<Book | null> {
    const book = await readBook(this.source, need.id, locale);
    if (!isReportable(need.status, book.received)) return null;
    if (reads) return book;
    const { named, nameless, standing } = book.givers;
    return {
      ...book,
      givers: { names: [], named: 0, nameless: named + nameless, standing },
      rows: book.rows.map((row) => ({ ...row, giver: null })),
    };
  }

  /** Words that nobody else reads yet: to a moderator who reads them by that role alone, who is named is closed as in their case. */
  private async unread(
    actor: Actor | null,
    need: NeedEntity,
    { id }: ReportEntity,
    draft: ReportText,
  ): Promise<ReportText> {
    if (!actor || !readsAsModerator(actor, need)) return draft;
    if ((await casesOfWords(this.source, actor.personId, [id])).get(id)?.seen) return draft;
    const [title = '', outcome = '', limits = ''] = withoutNamedHealthIn([
      draft.title,
      draft.outcome,
      draft.limits,
    ]).texts;
    return { ...draft, title, outcome, limits };
  }

  private async own(
    need: NeedEntity,
    state: ReportState,
    draft: ReportText | null,
    returnReason: string | null,
    book: Book | null,
  ): Promise<OwnReport> {
    const { last } = state;
    return {
      dueAt: need.reportDueAt,
      overdue: need.reportDueAt !== null && need.reportDueAt <= this.clock.now(),
      status: state.open?.status ?? last?.status ?? null,
      draft,
      returnReason,
      recallUntil: last?.publishedAt ? recallUntil(last.publishedAt) : null,
      suggestion: book ? this.suggestion(need, book) : '',
      checks: checksOf(state),
      letters: last?.toldAt ? 0 : await countLetters(this.source, need.id),
    };
  }

  /** What the books can say in one line: in the language of the need, which its report goes on in, whoever reads the page. */
  private suggestion(need: NeedEntity, book: Book): string {
    const locale = writtenIn(need.title);
    const amount = formatAmount(book.received, book.unit, locale, this.catalogue);
    return locale === 'ru' ? typograph(`${need.title}: пришло ${amount}`) : `${need.title}: ${amount} came`;
  }

  private async photosOf(versions: readonly ReportEntity[]): Promise<Map<string, PhotoEntity>> {
    const ids = [...new Set(versions.flatMap(({ photoIds }) => photoIds))];
    const photos = ids.length === 0 ? [] : await this.source.manager.findBy(PhotoEntity, { id: In(ids) });
    return new Map(photos.map((photo) => [photo.id, photo]));
  }
}

function textOf(
  { version, title, outcome, limits, photoIds, publishedAt }: ReportEntity,
  photos: ReadonlyMap<string, PhotoEntity>,
  insider: boolean,
  locale: 'ru' | 'en',
): ReportText {
  const own = photoIds
    .flatMap((id) => photos.get(id) ?? [])
    .filter((photo) => insider || (photo.status === 'ready' && photo.shownAt !== null));
  return { version, title, outcome, limits, publishedAt, photos: own.map((photo) => photoView(photo, locale)) };
}
