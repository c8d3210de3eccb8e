import { CellReader } from './cells.js';
import { ID_MAX } from './columns.js';
import type { Cells } from './csv.reader.js';
import type { FieldError } from '#kernel';

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** What both tables say, read but not yet held against the catalogue. Absent is null. */
interface Line {
  readonly id: string;
  readonly kind: string;
  readonly category: string | null;
  readonly item: string | null;
  /** A decimal as written. */
  readonly quantity: string;
  /** null: `quantity` counts the base unit. */
  readonly unit: string | null;
  readonly at: Point | null;
  readonly place: string | null;
  readonly skills: readonly string[];
  readonly from: Date | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly each: { readonly quantity: string; readonly unit: string } | null;
}

export interface OfferLine extends Line {
  readonly minLot: string | null;
  readonly radiusKm: number | null;
  readonly until: Date | null;
  readonly prefers: readonly string[];
  readonly only: readonly string[];
  readonly bestBefore: Date | null;
  /** null: the file does not say. */
  readonly coldChain: boolean | null;
  readonly sizes: readonly string[];
  readonly season: string | null;
  readonly condition: string | null;
  /** The papers of the person who gives their time were seen, for all. Only a plan of files believes it: here, an organization records what it has seen. */
  readonly vetted: boolean;
}

export interface NeedLine extends Line {
  readonly organization: string;
  readonly minQuantity: string | null;
  readonly remote: boolean;
  readonly deadline: Date | null;
  readonly urgency: number | null;
  readonly beneficiaries: number | null;
  readonly coldChain: boolean;
  readonly sizes: readonly string[];
  readonly seasons: readonly string[];
  readonly conditions: readonly string[];
  readonly notNow: readonly string[];
  readonly groups: readonly string[];
  /** null: as usual for the kind. */
  readonly autoAccept: boolean | null;
}

export type ReadLine<T> =
  { readonly ok: true; readonly line: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

const CODE_MAX = 100;

function shared(read: CellReader): Line {
  return {
    id: read.needed('id', ID_MAX),
    kind: read.needed('kind', CODE_MAX),
    category: read.text('category'),
    item: read.text('item'),
    quantity: read.needed('quantity', 20),
    unit: read.text('unit'),
    at: read.point(),
    place: read.text('place'),
    skills: read.list('skills'),
    from: read.time('from', 'begins'),
    title: read.text('title'),
    description: read.text('description'),
    each: read.each(),
  };
}

function finish<T>(read: CellReader, line: T): ReadLine<T> {
  return read.errors.length > 0 ? { ok: false, errors: read.errors } : { ok: true, line };
}

// Literals of one shape, no spread: a file has very many rows.

export function offerLine(cells: Cells): ReadLine<OfferLine> {
  const read = new CellReader(cells);
  const { id, kind, category, item, quantity, unit, at, place, skills, from, title, description, each } = shared(read);
  return finish(read, {
    id,
    kind,
    category,
    item,
    quantity,
    unit,
    at,
    place,
    skills,
    from,
    title,
    description,
    each,
    minLot: read.text('min_lot'),
    radiusKm: read.number('radius_km', 0, 20_000),
    until: read.time('until', 'ends'),
    prefers: read.list('prefers'),
    only: read.list('only'),
    bestBefore: read.time('best_before', 'ends'),
    coldChain: read.yes('cold_chain'),
    sizes: read.list('size'),
    season: read.text('season'),
    condition: read.text('condition'),
    vetted: read.yes('vetted') ?? false,
  });
}

export function needLine(cells: Cells): ReadLine<NeedLine> {
  const read = new CellReader(cells);
  const { id, kind, category, item, quantity, unit, at, place, skills, from, title, description, each } = shared(read);
  return finish(read, {
    id,
    kind,
    category,
    item,
    quantity,
    unit,
    at,
    place,
    skills,
    from,
    title,
    description,
    each,
    organization: read.needed('organization', ID_MAX),
    minQuantity: read.text('min_quantity'),
    remote: read.yes('remote') ?? false,
    deadline: read.time('deadline', 'ends'),
    urgency: read.whole('urgency', 1, 5),
    beneficiaries: read.whole('beneficiaries', 0, 1_000_000),
    coldChain: read.yes('cold_chain') ?? false,
    sizes: read.list('size'),
    seasons: read.list('season'),
    conditions: read.list('condition'),
    notNow: read.list('not_now'),
    groups: read.list('beneficiary_groups'),
    autoAccept: read.yes('auto_accept'),
  });
}
