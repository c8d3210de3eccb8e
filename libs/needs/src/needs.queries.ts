import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Catalogue } from '#catalogue';
import { CatalogueSearch, countVainSearch } from '#catalogue-store';
import { casesOfWords, type Actor } from '#identity';
import { Clock, refuseForm } from '#kernel';
import { photosOf } from '#photos';
import { isInsider, isPublic, maySee, readsAsModerator } from './access.rules.js';
import { listFaults, MOST_COUNTED, type NeedCursor, type NeedFilters } from './listing.rules.js';
import { NeedEditEntity } from './need-edit.entity.js';
import { NeedEntity } from './need.entity.js';
import { needRowLoader, needRowsOf, type NeedRow } from './need-rows.queries.js';
import { needView, type NeedView } from './need.view.js';
import { needsCountSql, needsPageSql } from './needs-page.queries.js';
import { refuse } from './needs.refusals.js';
import { casesAsked, shutNeed } from './shut.rules.js';
import { isPrivateCategory } from '#forms';
import { NOTHING_MEANT, type Meant } from './search.rules.js';

/** `more`: there are more than were counted, and of how many organizations nobody knows. */
export interface NeedCount {
  readonly needs: number;
  readonly organizations: number | null;
  readonly more: boolean;
}

export interface NeedPage {
  readonly items: NeedView[];
  readonly next: NeedCursor | null;
}

@Injectable()
export class NeedsQueries {
  private readonly rows: ReturnType<typeof needRowLoader>;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {
    this.rows = needRowLoader(source);
  }

  /** One need as this reader may see it. @param isParty asked where a text is kept from outsiders: whether this reader gives to it. @throws need.not-found also where it is hidden from them */
  async byId(
    actor: Actor | null,
    needId: string,
    locale: 'ru' | 'en',
    isParty?: (needId: string) => Promise<boolean>,
  ): Promise<NeedView> {
    const row = await this.rows.load(needId);
    if (!row || !maySee(actor, row.need)) return refuse('need.not-found');
    const hidden =
      actor !== null && isPrivateCategory(this.catalogue, row.need.category) && !isInsider(actor, row.need);
    const party = hidden && isParty ? await isParty(row.need.id) : false;
    const [view] = await this.views(actor, [row], locale, party);
    return view ?? refuse('need.not-found');
  }

  /** The id behind the number that people use. @throws need.not-found */
  async idOfNumber(number: number): Promise<string> {
    const need = await this.source.manager.findOne(NeedEntity, { where: { number }, select: { id: true } });
    return need?.id ?? refuse('need.not-found');
  }

  /** The row behind a page, checked. @throws need.not-found */
  async visible(actor: Actor | null, needId: string): Promise<NeedEntity> {
    const need = await this.source.manager.findOneBy(NeedEntity, { id: needId });
    return need && maySee(actor, need) ? need : refuse('need.not-found');
  }

  /** Rows to views in their order; three queries more at most, however many there are. */
  private async views(
    actor: Actor | null,
    rows: readonly NeedRow[],
    locale: 'ru' | 'en',
    party = false,
  ): Promise<NeedView[]> {
    if (rows.length === 0) return [];
    const own = rows.filter(({ need }) => isInsider(actor, need)).map(({ need }) => need.id);
    const edits =
      own.length > 0 ? await this.source.manager.findBy(NeedEditEntity, { needId: In(own), status: 'submitted' }) : [];
    const photos = await photosOf(
      this.source,
      'need',
      rows.filter(({ need }) => need.hasPhotos).map(({ need }) => need.id),
    );
    const now = this.clock.now();
    const views = rows.map(({ need, balance, organization, receivesMoney, byAll }) => {
      const pendingEdit = edits.find((edit) => edit.needId === need.id) ?? null;
      return needView(need, balance, actor, {
        catalogue: this.catalogue,
        organization,
        receivesMoney,
        byAll,
        locale,
        now,
        pendingEdit,
        party,
        photos: photos.get(need.id),
      });
    });
    return this.shut(actor, rows, views);
  }

  /** To a moderator who reads a need by that role alone, what is named in it is closed as in its case. */
  private async shut(actor: Actor | null, rows: readonly NeedRow[], views: readonly NeedView[]): Promise<NeedView[]> {
    const read = rows.map(({ need }) => {
      const edit = readsAsModerator(actor, need);
      return { words: edit && !isPublic(need), edit };
    });
    const unpublished = (at: number) => read[at] ?? { words: false, edit: false };
    const asked = views.flatMap((view, at) => casesAsked(view, unpublished(at)));
    if (!actor || asked.length === 0) return [...views];
    const cases = await casesOfWords(this.source, actor.personId, asked);
    return views.map((view, at) => shutNeed(view, unpublished(at), cases));
  }

  /** In the order of `sort`; without one the newest opened first, of one organization the newest written first. @throws form.invalid */
  async page(
    actor: Actor | null,
    filters: NeedFilters,
    limit: number,
    after: NeedCursor | null,
    locale: 'ru' | 'en',
  ): Promise<NeedPage> {
    refuseForm(listFaults(this.catalogue, filters));
    const meant = await this.meant(filters);
    const page = needsPageSql(this.catalogue, actor, filters, limit + 1, after, meant);
    const found = await needRowsOf(this.source, page);
    const rows = found.slice(0, limit);
    if (filters.q?.trim() && after === null && rows.length === 0 && !meant.fits)
      await countVainSearch(this.source, filters.q, this.clock.now());
    const items = await this.views(actor, rows, locale);
    const last = rows.at(-1);
    if (!last || found.length <= limit) return { items, next: null };
    const lead = page.leadOf(last.lead);
    return { items, next: lead === null ? [last.at, last.need.id] : [lead, last.at, last.need.id] };
  }

  /** How many such needs there are, of how many organizations; no more than `MOST_COUNTED` are counted. @throws form.invalid */
  async count(actor: Actor | null, filters: NeedFilters): Promise<NeedCount> {
    refuseForm(listFaults(this.catalogue, filters));
    const { sql, params } = needsCountSql(this.catalogue, actor, filters, await this.meant(filters));
    const [{ needs, organizations }] = (await this.source.query(sql, params)) as [
      { needs: number; organizations: number },
    ];
    return needs > MOST_COUNTED
      ? { needs: MOST_COUNTED, organizations: null, more: true }
      : { needs, organizations, more: false };
  }

  private async meant({ q }: NeedFilters): Promise<Meant> {
    return q?.trim() ? new CatalogueSearch(this.source, this.catalogue).meant(q) : NOTHING_MEANT;
  }
}
