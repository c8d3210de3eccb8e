import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { Catalogue } from '#catalogue';
import { Maker } from './generate.rules.js';

const CHUNK = 1000;
/** Columns that are filled: of the others no file says anything. */
const GENERATED = {
  offers: [
    'id',
    'kind',
    'category',
    'item',
    'quantity',
    'unit',
    'min_lot',
    'lat',
    'lon',
    'place',
    'radius_km',
    'skills',
    'from',
    'until',
    'prefers',
    'best_before',
    'cold_chain',
    'vetted',
  ],
  needs: [
    'id',
    'organization',
    'kind',
    'category',
    'item',
    'quantity',
    'unit',
    'min_quantity',
    'lat',
    'lon',
    'place',
    'remote',
    'skills',
    'from',
    'deadline',
    'urgency',
    'beneficiaries',
    'cold_chain',
  ],
} as const;

export interface GenerateOptions {
  readonly offers: number;
  readonly needs: number;
  readonly seed: number;
  /** Folder, made where it is missing. */
  readonly out: string;
  /** 90 % of the money offered near the capital, without a radius, and half as much of it. */
  readonly skewed: boolean;
  /** The day from which times count. */
  readonly now: Date;
}

/** Writes offers.csv and needs.csv: the same options and the same catalogue give the same bytes. Returns the paths. */
export async function generate(
  catalogue: Catalogue,
  options: GenerateOptions,
): Promise<Record<'offers' | 'needs', string>> {
  mkdirSync(options.out, { recursive: true });
  const paths = { offers: join(options.out, 'offers.csv'), needs: join(options.out, 'needs.csv') };
  const maker = new Maker(catalogue, options);
  await write(paths.offers, 'offers', options.offers, (number) => maker.offer(number));
  await write(paths.needs, 'needs', options.needs, (number) => maker.need(number));
  return paths;
}

async function write(
  path: string,
  table: keyof typeof GENERATED,
  rows: number,
  make: (number: number) => Readonly<Record<string, string | number>>,
): Promise<void> {
  const columns = GENERATED[table];
  const file = createWriteStream(path);
  const put = async (some: readonly (readonly (string | number)[])[]): Promise<void> => {
    if (!file.write(stringify(some as (string | number)[][]))) await once(file, 'drain');
  };
  await put([columns]);
  for (let from = 0; from < rows; from += CHUNK) {
    const chunk = Array.from({ length: Math.min(CHUNK, rows - from) }, (_, at) => make(from + at + 1));
    await put(chunk.map((row) => columns.map((column) => row[column] ?? '')));
  }
  file.end();
  await finished(file);
}
