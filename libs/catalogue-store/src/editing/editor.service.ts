import { Injectable } from '@nestjs/common';
import { readCatalogueIn } from '../load.queries.js';
import { DataSource } from 'typeorm';
import { Clock, refuseForm } from '#kernel';
import { audit, type Tx } from '#platform';
import { Catalogue } from '#catalogue';
import { CatalogueWatch } from '../catalogue-watch.js';
import { refuseCatalogue as refuse } from '#catalogue';
import type { DbRow } from '#catalogue';
import { newestVersion, WRITING, writeVersion } from '../versions.queries.js';
import {
  droppedUnits,
  maySucceed,
  readEntryChanges,
  readNewEntry,
  type EntryForm,
  type ReadEntry,
} from './entry-form.rules.js';
import {
  isFoundByWords,
  newWords,
  TABLE_OF,
  wordsOfEntry,
  type EntryType,
  type SomeSynonyms,
  type Synonyms,
} from './edits.rules.js';
import { entryVersion, namedBy, rowOf, synonymsOf } from './entries.queries.js';
import { fewerThan } from './said.rules.js';
import { CatalogueUses } from './uses.js';

export interface EditedBy {
  readonly personId: string;
  readonly reason: string | null;
}

interface Written {
  readonly action: 'add' | 'change' | 'retire' | 'restore';
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly added?: SomeSynonyms;
  readonly removed?: SomeSynonyms;
}

const NO_WORDS: Synonyms = { ru: [], en: [] };

/** The verbs of an administrator upon the catalogue. Nothing is ever deleted, and no code changes what it means. */
@Injectable()
export class CatalogueEditor {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly watch: CatalogueWatch,
    private readonly uses: CatalogueUses,
  ) {}

  /** @throws form errors */
  async add(by: EditedBy, type: EntryType, code: string, form: EntryForm): Promise<void> {
    await this.write(async (tx, catalogue) => {
      const columns = columnsOf(readNewEntry(catalogue, type, code, form));
      const table = TABLE_OF[type];
      const names = ['code', ...Object.keys(columns)].map((column) => `"${column}"`).join(', ');
      await tx.query(
        `INSERT INTO ${table} (${names}, position) SELECT ${names}, (SELECT coalesce(max(position), 0) + 1 FROM ${table}) FROM jsonb_populate_record(NULL::${table}, $1)`,
        [JSON.stringify({ code, ...columns })],
      );
      const synonyms = form.synonyms ?? NO_WORDS;
      await this.writeWords(tx, type, code, columns, synonyms);
      await this.note(tx, by, type, code, 1, { action: 'add', before: {}, after: columns, added: synonyms });
    });
  }

  /** @throws catalogue.not-found, catalogue.stale, catalogue.unit-in-use, form errors */
  async change(by: EditedBy, type: EntryType, code: string, version: number, form: EntryForm): Promise<void> {
    await this.write(async (tx, catalogue) => {
      const row = await this.locked(tx, type, code, version);
      const columns = columnsOf(readEntryChanges(catalogue, type, row, form));
      const known = await synonymsOf(tx, type, code);
      const wanted = form.synonyms ?? known;
      const added = { ru: newWords(known.ru, wanted.ru), en: newWords(known.en, wanted.en) };
      const removed = { ru: newWords(wanted.ru, known.ru), en: newWords(wanted.en, known.en) };
      if (Object.keys(columns).length === 0 && [added, removed].every(({ ru, en }) => ru.length + en.length === 0))
        refuse('catalogue.nothing-to-change');
      await this.refuseUsedUnits(tx, catalogue, type, row, columns);
      await this.update(tx, type, code, columns);
      await this.writeWords(tx, type, code, { ...row, ...columns }, wanted);
      await this.note(tx, by, type, code, version, {
        action: 'change',
        before: Object.fromEntries(Object.keys(columns).map((column) => [column, row[column]])),
        after: columns,
        added,
        removed,
      });
    });
  }

  /** @throws catalogue.not-found, catalogue.stale, catalogue.already-retired, catalogue.still-named, catalogue.successor-needed, a form error of `successor` */
  async retire(by: EditedBy, type: EntryType, code: string, version: number, successor: string | null): Promise<void> {
    await this.write(async (tx, catalogue) => {
      const row = await this.locked(tx, type, code, version);
      if (row.retired_at !== null) refuse('catalogue.already-retired');
      const names = await namedBy(tx, type, code);
      if (names.length > 0)
        refuse('catalogue.still-named', {
          namesRu: names.map(({ ru }) => ru).join(', '),
          namesEn: names.map(({ en }) => en).join(', '),
        });
      if (successor !== null && !maySucceed(catalogue, type, code, successor))
        refuseForm([{ field: 'successor', code: 'catalogue.successor-does-not-fit' }]);
      const { standingOffers } = await this.uses.of(tx, type, code);
      if (successor === null && standingOffers > 0) refuse('catalogue.successor-needed', { count: standingOffers });
      await this.update(tx, type, code, { retired_at: this.clock.now(), successor });
      await this.note(tx, by, type, code, version, { action: 'retire', before: {}, after: { successor } });
    });
  }

  /** @throws catalogue.not-found, catalogue.stale, catalogue.not-retired; a form error where what it stands on is retired */
  async restore(by: EditedBy, type: EntryType, code: string, version: number): Promise<void> {
    await this.write(async (tx, catalogue) => {
      const row = await this.locked(tx, type, code, version);
      if (row.retired_at === null) refuse('catalogue.not-retired');
      columnsOf(readEntryChanges(catalogue, type, row, {}));
      await this.update(tx, type, code, { retired_at: null, successor: null });
      await this.note(tx, by, type, code, version, {
        action: 'restore',
        before: { successor: row.successor },
        after: { successor: null },
      });
    });
  }

  /**
   * One editor or seed at a time, on the newest reading; when it resolves, this process shows what was written, and the others hear of it. An editor who
   * waits here holds a connection: who has the turn needs no second one.
   */
  private async write(work: (tx: Tx, catalogue: Catalogue) => Promise<void>): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [WRITING]);
      const newest = await newestVersion(tx);
      await work(
        tx,
        newest?.digest.toString('hex') === this.catalogue.digest ? this.catalogue : await readCatalogueIn(tx),
      );
      await writeVersion(tx, null);
    });
    await this.watch.look();
  }

  private async locked(tx: Tx, type: EntryType, code: string, version: number): Promise<DbRow> {
    const row = (await rowOf(tx, type, code)) ?? refuse('catalogue.not-found');
    if ((await entryVersion(tx, type, code)) !== version) refuse('catalogue.stale');
    return row;
  }

  private async update(
    tx: Tx,
    type: EntryType,
    code: string,
    columns: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const names = Object.keys(columns);
    if (names.length === 0) return;
    await tx.query(
      `UPDATE ${TABLE_OF[type]} SET ${names.map((column, at) => `"${column}" = $${at + 2}`).join(', ')} WHERE code = $1`,
      [code, ...Object.values(columns)],
    );
  }

  private async writeWords(
    tx: Tx,
    type: EntryType,
    code: string,
    row: Readonly<Record<string, unknown>>,
    synonyms: Synonyms,
  ): Promise<void> {
    if (!isFoundByWords(type)) return;
    await tx.query('DELETE FROM catalogue_words WHERE type = $1 AND code = $2', [type, code]);
    await tx.query(
      `INSERT INTO catalogue_words (type, code, language, words, plain, is_name)
       SELECT type, code, language, words, plain, is_name FROM jsonb_to_recordset($1) AS w(type text, code text, language text, words text, plain text, is_name boolean)`,
      [JSON.stringify(wordsOfEntry(type, code, { ru: String(row.name_ru), en: String(row.name_en) }, synonyms))],
    );
  }

  private async refuseUsedUnits(
    tx: Tx,
    catalogue: Catalogue,
    type: EntryType,
    row: DbRow,
    columns: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const dropped = droppedUnits(type, row, columns);
    if (dropped.length === 0) return;
    const used = (await this.uses.of(tx, type, row.code)).units.find(({ unit }) => dropped.includes(unit));
    if (!used) return;
    const unit = catalogue.unit(used.unit);
    const [needs, offers] = [fewerThan(used.needs, 'need'), fewerThan(used.offers, 'offer')];
    refuse('catalogue.unit-in-use', {
      unitRu: unit?.nameRu ?? used.unit,
      unitEn: unit?.nameEn ?? used.unit,
      needsRu: needs.ru,
      needsEn: needs.en,
      offersRu: offers.ru,
      offersEn: offers.en,
    });
  }

  private async note(
    tx: Tx,
    { personId, reason }: EditedBy,
    type: EntryType,
    code: string,
    version: number,
    { action, before, after, added = {}, removed = {} }: Written,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO catalogue_edits (type, code, version, action, before, after, words_added, words_removed, reason, by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        type,
        code,
        version + 1,
        action,
        JSON.stringify(before),
        JSON.stringify(after),
        JSON.stringify(added),
        JSON.stringify(removed),
        reason,
        personId,
        this.clock.now(),
      ],
    );
    await audit(tx, {
      personId,
      action: `catalogue.${action}`,
      subjectType: `catalogue-${type}`,
      subjectId: code,
      reason,
      data: { version: version + 1, columns: Object.keys(after) },
    });
  }
}

function columnsOf(read: ReadEntry): Readonly<Record<string, unknown>> {
  return read.ok ? read.columns : (refuseForm([...read.errors]) as never);
}
