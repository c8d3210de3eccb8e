import type { DataSource } from 'typeorm';
import { BASE_UNITS } from './base-units.rules.js';
import type { BeneficiaryGroup, Category, Entry, Item, Place, Skill, Sphere, Unit } from './entries.js';

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

const TABLES = { spheres: 'spheres', categories: 'categories', goods: 'goods', units: 'units', places: 'places', skills: 'skills', beneficiaryGroups: 'beneficiary_groups' } as const;

/** Column names to the names of our shapes: `name_ru` → `nameRu`. */
export const camel = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * The catalogue in memory, loaded once at boot: a few hundred rows that change with a release. Lists leave retired entries out;
 * the look-ups by code find them too, because old needs and offers name them.
 */
export class Catalogue {
  readonly spheres: readonly Sphere[];
  readonly categories: readonly Category[];
  readonly goods: readonly Item[];
  readonly units: readonly Unit[];
  /** Places of every kind (regions and municipalities). */
  readonly places: readonly Place[];
  readonly skills: readonly Skill[];
  readonly beneficiaryGroups: readonly BeneficiaryGroup[];
  private readonly byCode: { [K in keyof CatalogueRows]: ReadonlyMap<string, CatalogueRows[K][number]> };

  /** @param digest hex SHA-256 of the data files these rows came from; changes whenever an answer made of them may change */
  constructor(rows: CatalogueRows, readonly digest: string) {
    const live = <T extends Entry>(list: readonly T[]): readonly T[] => list.filter((entry) => entry.retiredAt === null);
    const index = <T extends Entry>(list: readonly T[]): ReadonlyMap<string, T> => new Map(list.map((entry) => [entry.code, entry]));
    this.spheres = live(rows.spheres);
    this.categories = live(rows.categories);
    this.goods = live(rows.goods);
    this.units = live(rows.units);
    this.places = live(rows.places);
    this.skills = live(rows.skills);
    this.beneficiaryGroups = live(rows.beneficiaryGroups);
    this.byCode = {
      spheres: index(rows.spheres), categories: index(rows.categories), goods: index(rows.goods), units: index([...BASE_UNITS, ...rows.units]),
      places: index(rows.places), skills: index(rows.skills), beneficiaryGroups: index(rows.beneficiaryGroups),
    };
  }

  static async load(source: DataSource): Promise<Catalogue> {
    const rows: Record<string, unknown[]> = {};
    for (const [name, table] of Object.entries(TABLES)) {
      const read: Record<string, unknown>[] = await source.query(`SELECT * FROM ${table} ORDER BY position, code`);
      rows[name] = read.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value])));
    }
    const [version]: { digest: Buffer }[] = await source.query('SELECT digest FROM catalogue_versions ORDER BY version::integer DESC LIMIT 1');
    if (!version) throw new Error('The catalogue is empty: run `npx lepta seed` first.');
    return new Catalogue(rows as unknown as CatalogueRows, version.digest.toString('hex'));
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

  categoriesOf(sphere: string): readonly Category[] {
    return this.categories.filter((category) => category.sphere === sphere);
  }

  /** The place itself and all places below it; empty when there is no such place. */
  placesWithin(code: string): readonly string[] {
    if (!this.byCode.places.has(code)) return [];
    const within = [code];
    // Grows while it is walked: children of children follow. Each place has one parent, so none comes twice.
    for (const parent of within) for (const place of this.byCode.places.values()) if (place.parent === parent) within.push(place.code);
    return within;
  }

  /** What a wish for this code stands for: a place for itself and all places below it, any other code for itself. */
  meaningOf(code: string): readonly string[] {
    const places = this.placesWithin(code);
    return places.length > 0 ? places : [code];
  }
}
