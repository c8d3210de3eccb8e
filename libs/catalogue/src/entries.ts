import type { Kind } from '#kernel';

/**
 * The rows of the catalogue as they are read at boot. They are plain shapes, not mapped entities: only the seed writes them,
 * in one statement a table, and everybody else reads them from memory.
 */
export type PlaceKind = 'region' | 'municipality' | 'settlement';

/** What every code has. A retired code is still found (old needs name it) but can no longer be chosen. */
export interface Entry {
  readonly code: string;
  readonly nameRu: string;
  readonly nameEn: string;
  readonly retiredAt: Date | null;
  /** The entry that took its place, once it is retired. */
  readonly successor?: string | null;
}

export interface Sphere extends Entry {
  readonly hintRu: string;
  /** Codes of official lists: icnpo, sdg, pgf, law135fz, law7fz. */
  readonly mappings: Readonly<Record<string, readonly string[]>>;
}

export interface Category extends Entry {
  readonly sphere: string;
  readonly kinds: readonly Kind[];
  readonly defaultKind: Kind;
  readonly defaultUnit: string;
  readonly goodsUnits: readonly string[];
  readonly timeUnits: readonly string[];
  /** What the recipient reports: person, household, tree, portion ... */
  readonly outcomeUnit: string;
  /** private, child, check, licensed, food, return, crisis, age18. */
  readonly flags: readonly string[];
  readonly mappings: Readonly<Record<string, readonly string[]>>;
}

export interface Item extends Entry {
  readonly defaultUnit: string;
  readonly otherUnits: readonly string[];
  readonly attributes: readonly string[];
  /** Where the item is at home, for search and score; it may stand in any category that takes goods. */
  readonly category: string;
}

export interface Unit extends Entry {
  readonly symbolRu: string;
  readonly symbolEn: string;
  readonly dimension: string;
  /** The unit the ledger counts in; units that share it are convertible. */
  readonly base: string;
  /** How many base units make one of these: 100 kopecks a rouble. */
  readonly basePerUnit: number;
  readonly okei: string | null;
  readonly ruOne: string;
  readonly ruFew: string;
  readonly ruMany: string;
}

export interface Place extends Entry {
  readonly parent: string | null;
  readonly kind: PlaceKind;
  readonly typeRu: string;
  readonly centreRu: string;
  readonly centreEn: string;
  /** Administrative centre, degrees: distances are measured from here. */
  readonly lat: number;
  readonly lon: number;
  /** Pin on the map, degrees: differs where the seat lies in another municipality. */
  readonly mapLat: number;
  readonly mapLon: number;
  readonly population: number | null;
  readonly populationYear: number | null;
  readonly oktmo: string | null;
  /** IANA name. */
  readonly timeZone: string;
  /** The place that came after this one, once it is retired. */
  readonly successor: string | null;
}

export interface Skill extends Entry {
  readonly group: string;
}

export interface BeneficiaryGroup extends Entry {
  /** child, health, ethnic, private: what must not be told of single people. */
  readonly sensitive: readonly string[];
}
