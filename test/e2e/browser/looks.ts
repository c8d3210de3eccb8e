export type Theme = 'light' | 'dark';
export interface Look {
  readonly width: number;
  readonly theme: Theme;
}

/** `npm run looks`: each page wide and narrow, by day and by night, and stories in every language. Else each of it once, so that over all pages every look appears, and with the next run others. */
export const EVERY_LOOK = process.env.LEPTA_LOOKS === 'all';

export const WIDTHS = [1440, 390] as const;
export const LOOKS: readonly Look[] = [
  { width: 1440, theme: 'light' },
  { width: 390, theme: 'dark' },
  { width: 1440, theme: 'dark' },
  { width: 390, theme: 'light' },
];

/** Said by playwright.config.ts: the process that lists the tests and those that run them have the same. */
export const SEED = Number(process.env.LEPTA_LOOKS_SEED);

let turn = SEED % LOOKS.length;

/** How a page is looked at now. */
export function nextLook(): Look {
  turn = (turn + 1) % LOOKS.length;
  return LOOKS[turn] as Look;
}

/** Within a story axe looks at one page in three, and at others at the next run: `accessibility.browser.ts` has the pages as they stand. */
let stop = Math.floor(SEED / LOOKS.length) % 3;

/** Whether axe looks now. */
export function axesTurn(): boolean {
  stop = (stop + 1) % 3;
  return stop === 0;
}

/** Each of them, or one that another run may not have. */
export function everyOrOne<T>(all: readonly T[]): readonly T[] {
  return EVERY_LOOK ? all : [all[SEED % all.length] as T];
}

const RUNS_FOR_ALL = 3;

/** Whether a story is left to another run: by its title, so that all workers agree and a new story changes no turn but its own. With every look none is. */
export function leftToAnotherRun(title: string): boolean {
  const number = [...title].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return !EVERY_LOOK && (number + SEED) % RUNS_FOR_ALL !== 0;
}
