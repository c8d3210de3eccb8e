import { Cells, choices } from './cells.js';
import { readTsv } from './tsv.js';

/** Degrees to a share of the picture, both rising. */
export type Stretch = readonly (readonly [degrees: number, share: number])[];

/** How the scheme of places is drawn: lines that orient, and how much room a stretch of degrees gets. Codes are those of municipalities. */
export interface Scheme {
  readonly rivers: readonly (readonly string[])[];
  readonly railways: readonly (readonly string[])[];
  /** From south to north; null: places are spread evenly. */
  readonly north: Stretch | null;
  /** From west to east. */
  readonly east: Stretch | null;
  /** Shares of the picture by which a place is moved east (above zero) or west, where two would cover each other. */
  readonly nudges: Readonly<Record<string, number>>;
}

/** Places alone, spread evenly. */
export const NO_SCHEME: Scheme = { rivers: [], railways: [], north: null, east: null, nudges: {} };

const FILE = 'scheme.tsv';
const KINDS = ['river', 'railway', 'north', 'east', 'nudge'] as const;
const FARTHEST_NUDGE = 0.5;

/**
 * Reads `scheme.tsv`: a line a row, `what` says which.
 * @param municipalities their codes
 * @throws DataError that names file, line and column
 */
export function readScheme(text: string, municipalities: ReadonlySet<string>): Scheme {
  const [rivers, railways]: string[][][] = [[], []];
  const stretches: { north: Stretch | null; east: Stretch | null } = { north: null, east: null };
  const nudges: Record<string, number> = {};
  for (const row of readTsv(FILE, text, ['what', 'values'])) {
    const cells = new Cells(FILE, row);
    const what = cells.oneOf('what', KINDS);
    if (what === 'river') rivers?.push(line(cells, municipalities));
    else if (what === 'railway') railways?.push(line(cells, municipalities));
    else if (what === 'nudge')
      Object.assign(
        nudges,
        Object.fromEntries(
          pairs(cells).map(([code, share]) => [known(cells, code, municipalities), nudge(cells, share)]),
        ),
      );
    else if (stretches[what] !== null) cells.fail('what', `"${what}" stands here twice`);
    else stretches[what] = stretch(cells);
  }
  return { rivers: rivers ?? [], railways: railways ?? [], ...stretches, nudges };
}

function line(cells: Cells, municipalities: ReadonlySet<string>): string[] {
  const codes = cells.list('values', ',');
  if (codes.length < 2) cells.fail('values', `a line joins at least two places, and this is "${codes.join(',')}"`);
  return codes.map((code) => known(cells, code, municipalities));
}

function known(cells: Cells, code: string, municipalities: ReadonlySet<string>): string {
  return municipalities.has(code)
    ? code
    : cells.fail('values', `"${code}" is no municipality of municipalities.tsv; it can be ${choices(municipalities)}`);
}

function pairs(cells: Cells): [string, number][] {
  cells.text('values');
  return cells.list('values', ',').map((pair) => {
    const [key = '', value = '', ...more] = pair.split('=').map((part) => part.trim());
    const number = Number(value);
    return key !== '' && value !== '' && more.length === 0 && Number.isFinite(number)
      ? [key, number]
      : cells.fail('values', `"${pair}" is no pair like 51.2=0.5`);
  });
}

function nudge(cells: Cells, share: number): number {
  return Math.abs(share) <= FARTHEST_NUDGE
    ? share
    : cells.fail(
        'values',
        `a place is moved by -${FARTHEST_NUDGE} to ${FARTHEST_NUDGE} of the picture, and not by "${share}"`,
      );
}

function stretch(cells: Cells): Stretch {
  const points = pairs(cells).map(([degrees, share]): [number, number] => [Number(degrees), share]);
  const rising = points.every(([degrees, share], at) => {
    const [before, shareBefore] = points[at - 1] ?? [-Infinity, -Infinity];
    return Number.isFinite(degrees) && degrees > before && share > shareBefore;
  });
  if (!rising || points.length < 2 || points[0]?.[1] !== 0 || points.at(-1)?.[1] !== 1) {
    cells.fail(
      'values',
      `degrees and shares of the picture must both rise, the shares from 0 to 1 (49.2=0,51.2=0.5,55.4=1), and this is "${cells.text('values')}"`,
    );
  }
  return points;
}

/** The header alone: a region without lines. */
export const EMPTY_SCHEME_FILE = 'what\tvalues\n';
