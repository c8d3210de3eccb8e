import { BASE_UNITS } from './base-units.rules.js';
import type { BeneficiaryGroup, Category, Entry, Item, Place, Skill, Sphere, Unit } from './entries.js';
import { NO_SCHEME, type Scheme } from './scheme.rules.js';

/** Everything that `Catalogue` holds; arrays in list order, retired entries included. */
export interface CatalogueRows {
  readonly spheres: readonly Sphere[];
  readonly categories: readonly Category[];
  readonly goods: readonly Item[];
  readonly units: readonly Unit[];
  readonly places: readonly Place[];
  readonly skills: readonly Skill[];
  readonly beneficiaryGroups: readonly BeneficiaryGroup[];
}

/** Column names to the names of our shapes: `name_ru` → `nameRu`. */
export const camel = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
export const camelRow = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value]));

type Index = { readonly [K in keyof CatalogueRows]: ReadonlyMap<string, CatalogueRows[K][number]> };

/** One reading of the catalogue. */
interface Reading {
  readonly whole: CatalogueRows;
  /** Without what is retired. */
  readonly live: CatalogueRows;
  readonly byCode: Index;
  readonly digest: string;
  readonly scheme: Scheme;
}

/**
 * The catalogue in memory: a few hundred rows, read at boot and again whenever they change. Lists leave retired entries out;
 * the look-ups by code find them too, because old needs and offers name them.
 */
export class Catalogue {
  private reading: Reading;

  /** @param digest hex SHA-256 of what these rows came from; changes whenever an answer made of them may change */
  constructor(rows: CatalogueRows, digest: string, scheme: Scheme = NO_SCHEME) {
    this.reading = { whole: rows, live: liveOf(rows), byCode: indexOf(rows), digest, scheme };
  }

  /** From now on everything is as `other` has it. A caller that holds a list goes on with the old one, whole. */
  become(other: Catalogue): void {
    this.reading = other.reading;
  }

  get digest(): string {
    return this.reading.digest;
  }
  /** How the places of the region are drawn. */
  get scheme(): Scheme {
    return this.reading.scheme;
  }
  /** What can be chosen, or with it what no longer can be: rows of the past are named by that too. */
  list<K extends keyof CatalogueRows>(name: K, retired?: 'with'): CatalogueRows[K] {
    return (retired === 'with' ? this.reading.whole : this.reading.live)[name];
  }
  get spheres(): readonly Sphere[] {
    return this.reading.live.spheres;
  }
  get categories(): readonly Category[] {
    return this.reading.live.categories;
  }
  /** Also those that can no longer be chosen: needs of the past name them. */
  get everyCategory(): readonly Category[] {
    return [...this.byCode.categories.values()];
  }
  get goods(): readonly Item[] {
    return this.reading.live.goods;
  }
  get units(): readonly Unit[] {
    return this.reading.live.units;
  }
  /** Places of every kind (regions and municipalities). */
  get places(): readonly Place[] {
    return this.reading.live.places;
  }
  get skills(): readonly Skill[] {
    return this.reading.live.skills;
  }
  get beneficiaryGroups(): readonly BeneficiaryGroup[] {
    return this.reading.live.beneficiaryGroups;
  }
  private get byCode(): Index {
    return this.reading.byCode;
  }

  /** Whose installation this is; null where there is no region, or several. */
  get region(): Place | null {
    const [region, ...others] = this.places.filter((place) => place.kind === 'region');
    return others.length === 0 ? (region ?? null) : null;
  }

  /** The time zone of an installation is that of its region; IANA name. */
  get timeZone(): string {
    const place = this.places.find((one) => one.kind === 'region') ?? this.places[0];
    if (!place) throw new Error('The catalogue has no places');
    return place.timeZone;
  }

  sphere(code: string): Sphere | undefined {
    return this.byCode.spheres.get(code);
  }
  category(code: string): Category | undefined {
    return this.byCode.categories.get(code);
  }
  item(code: string): Item | undefined {
    return this.byCode.goods.get(code);
  }
  /** A unit of `units.tsv` or a base unit (kopeck, minute, gram ...). */
  unit(code: string): Unit | undefined {
    return this.byCode.units.get(code);
  }
  place(code: string): Place | undefined {
    return this.byCode.places.get(code);
  }
  skill(code: string): Skill | undefined {
    return this.byCode.skills.get(code);
  }
  beneficiaryGroup(code: string): BeneficiaryGroup | undefined {
    return this.byCode.beneficiaryGroups.get(code);
  }

  /** The code that stands for this one today: its own, or where it is retired the end of its line of successors. */
  present(code: string): string {
    const seen = new Set<string>();
    for (let at = code; !seen.has(at);) {
      seen.add(at);
      const entry: Entry | undefined = this.category(at) ?? this.item(at) ?? this.sphere(at);
      if (!entry?.successor || entry.retiredAt === null) return at;
      at = entry.successor;
    }
    return code;
  }

  categoriesOf(sphere: string): readonly Category[] {
    return this.categories.filter((category) => category.sphere === sphere);
  }

  /** The place itself and all places below it; empty when there is no such place. */
  placesWithin(code: string): readonly string[] {
    if (!this.byCode.places.has(code)) return [];
    const within = [code];
    // Grows while it is walked: children of children follow. Each place has one parent, so none comes twice.
    for (const parent of within)
      for (const place of this.byCode.places.values()) if (place.parent === parent) within.push(place.code);
    return within;
  }

  /** What a wish for this code stands for: a place for itself and all places below it, any other code for itself. */
  meaningOf(code: string): readonly string[] {
    const places = this.placesWithin(code);
    return places.length > 0 ? places : [code];
  }
}

function liveOf(rows: CatalogueRows): CatalogueRows {
  const live = <T extends Entry>(list: readonly T[]): readonly T[] => list.filter((entry) => entry.retiredAt === null);
  const { spheres, categories, goods, units, places, skills, beneficiaryGroups } = rows;
  return {
    spheres: live(spheres),
    categories: live(categories),
    goods: live(goods),
    units: live(units),
    places: live(places),
    skills: live(skills),
    beneficiaryGroups: live(beneficiaryGroups),
  };
}

function indexOf(rows: CatalogueRows): Index {
  const index = <T extends Entry>(list: readonly T[]): ReadonlyMap<string, T> =>
    new Map(list.map((entry) => [entry.code, entry]));
  return {
    spheres: index(rows.spheres),
    categories: index(rows.categories),
    goods: index(rows.goods),
    units: index([...BASE_UNITS, ...rows.units]),
    places: index(rows.places),
    skills: index(rows.skills),
    beneficiaryGroups: index(rows.beneficiaryGroups),
  };
}
