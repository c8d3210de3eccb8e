import { catalogueWithNames, type Catalogue } from '#catalogue';
import {
  Meanings,
  openCsv,
  readNeedSides,
  readOfferSides,
  rejectedRows,
  RowRejected,
  strangers,
  type RejectedRow,
  type SideTaker,
} from '#tables';
import type { OfferSide, PairIndex } from '#engine';
import { needsApart, readNeedsApart, type NeedsRead } from './needs-thread.js';

export interface ReadOptions {
  /** Paths, or `-` for standard input. */
  readonly offers: string;
  readonly needs: string;
  readonly strict: boolean;
  readonly now: Date;
  progress(table: 'offers' | 'needs', rows: number): void;
  warn(table: 'offers' | 'needs', column: string): void;
}

export interface ReadTables {
  /** Rows of the files. */
  readonly offers: number;
  readonly needs: number;
  /** In the order of the files' lines, offers first. */
  readonly rejected: readonly RejectedRow[];
  readonly meanings: Meanings;
  readonly catalogue: Catalogue;
}

/** Reads both files into the index, needs in a thread beside where that is worth it. @throws RowRejected with `strict` */
export async function readTables(index: PairIndex, options: ReadOptions): Promise<ReadTables> {
  const rejected: Record<'offers' | 'needs', RejectedRow[]> = { offers: [], needs: [] };
  const add = (table: 'offers' | 'needs', reasons: readonly RejectedRow[]): void => {
    if (options.strict && reasons[0]) throw new RowRejected(reasons[0]);
    for (const reason of reasons) rejected[table].push(reason);
  };
  const taker = <T>(table: 'offers' | 'needs', meanings: Meanings, take: SideTaker<T>['take']): SideTaker<T> => ({
    take,
    meanings,
    reject: (line, errors, cells) => add(table, rejectedRows(table, line, errors, cells)),
    warn: (column) => options.warn(table, column),
    progress: (rows) => options.progress(table, rows),
  });
  const takeOver = (meanings: Meanings, { rows, handed, rejected: reasons, unknown, meant }: NeedsRead): number => {
    meanings.add(meant);
    for (const column of unknown) options.warn('needs', column);
    add('needs', reasons);
    index.takeNeeds(handed);
    return rows;
  };
  const held: { side: OfferSide; line: number }[] = []; // they name a person whom only the needs can name
  const nobody = { organization: () => false, need: () => false };
  const apart = needsApart(options.needs)
    ? readNeedsApart({ path: options.needs, now: options.now.getTime(), strict: options.strict }, (rows) =>
        options.progress('needs', rows),
      )
    : null;
  try {
    const { catalogue, names } = await catalogueWithNames();
    const meanings = new Meanings(names);
    const offers = await readOfferSides(
      openCsv(options.offers),
      catalogue,
      options.now,
      taker<OfferSide>('offers', meanings, (side, line) => {
        if (side.prefers.length + side.only.length > 0 && strangers(catalogue, side, nobody).length > 0)
          held.push({ side, line });
        else index.putOffer(side);
      }),
    );
    const needs = apart
      ? takeOver(meanings, await apart.read)
      : await readNeedSides(
          openCsv(options.needs),
          catalogue,
          options.now,
          taker('needs', meanings, (side) => index.putNeed(side)),
        );
    const organizations: ReadonlySet<string> = held.length > 0 ? index.organizations() : new Set();
    const known = { organization: (id: string) => organizations.has(id), need: (id: string) => index.hasNeed(id) };
    for (const { side, line } of held) {
      const strange = strangers(catalogue, side, known);
      if (strange.length > 0)
        add(
          'offers',
          rejectedRows('offers', line, strange, { prefers: side.prefers.join('|'), only: side.only.join('|') }),
        );
      else index.putOffer(side);
    }
    return {
      offers,
      needs,
      rejected: [...rejected.offers.sort((a, b) => a.line - b.line), ...rejected.needs],
      meanings,
      catalogue,
    };
  } finally {
    await apart?.stop();
  }
}
