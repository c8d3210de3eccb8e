/** In which state a thing is, the best first. */
export const CONDITIONS = ['new', 'good', 'worn', 'repair'] as const;
export type Condition = (typeof CONDITIONS)[number];

export const SEASONS = ['winter', 'mid-season', 'summer'] as const;
export type Season = (typeof SEASONS)[number];
/** Of a thing for any of them. */
export const ALL_YEAR = 'all-year';

/** What the type of a thing may ask beside how it keeps. */
export const ATTRIBUTES = ['size', 'season', 'condition'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** What a giver says of a thing. Null and none: nobody has said, or its type does not ask. */
export interface ThingAttributes {
  /** As `plainSize` writes them. */
  readonly sizes: readonly string[];
  readonly season: Season | typeof ALL_YEAR | null;
  readonly condition: Condition | null;
}

/** What a need takes; an empty list takes all. */
export interface AcceptedThings {
  readonly sizes: readonly string[];
  readonly seasons: readonly Season[];
  readonly conditions: readonly Condition[];
  /** Codes of things of its category that are not needed now. */
  readonly notNow: readonly string[];
}

/** What an organization says of all its needs for things. */
export type AcceptedByAll = Pick<AcceptedThings, 'conditions' | 'notNow'>;

const LATIN: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  Л: 'L',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
};

/** A size as it is compared: «хл» and XL are one, and so are 42,5 and 42.5. */
export function plainSize(written: string): string {
  return written
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[АВЕКЛМНОРСТХ]/gu, (letter) => LATIN[letter] ?? letter)
    .replace(/[–—−]/gu, '-')
    .replace(/,/gu, '.')
    .replace(/\s+/gu, ' ');
}
