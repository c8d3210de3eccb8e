import { hasCyrillic, inLatinLetters, onLatinKeys } from './spellings.js';

/** Words that guessers try, each with its place in their list: 1 is tried first. In small letters, ё as е. */
export type GuessedWords = ReadonlyMap<string, number>;

/** Characters that are looked at: as many are enough, and the time that looking takes grows with them. */
const LOOKED_AT = 40;
const WORD_MIN = 3;
const WORD_MAX = 20;
/** What a guesser knows of the person is tried before nearly everything else. */
const OWN_RANK = 3;

// What one more thing costs a guesser, as a power of ten.
const CAPITALS = 0.3;
const LEET = 0.5;
const AGAIN = 0.3;
const RUN = 1.3;
const KEYBOARD = 1.5;
const YEAR = 1.9;
const DATE = 4.1;
const DAY = 2.6;
const ENDING = 0.5;
const SEPARATOR = 0.6;
const DIGIT = 1;
const LETTER = 1.4;
const SIGN = 1.3;

const KEYBOARD_WALKS = [
  '1234567890-=',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,',
  'zaq12wsxcde34rfvbgt56yhnmju7',
  'qazwsxedcrfvtgbyhnujm',
  'qweasdzxc',
  '123qweasdzxc',
  '147258369',
  '741852963',
  '789456123',
  '7894561230',
  '159753',
  '1029384756',
  'qwaszx',
  '1234qwerasdfzxcv',
];
const WALKS = KEYBOARD_WALKS.flatMap((walk) => [walk, [...walk].reverse().join('')]);
const SHIFTED: Readonly<Record<string, string>> = {
  '!': '1',
  '@': '2',
  '#': '3',
  $: '4',
  '%': '5',
  '^': '6',
  '&': '7',
  '*': '8',
  '(': '9',
  ')': '0',
};
const SPOKEN: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
  '8': 'b',
  '1': 'i',
  '!': 'i',
};
const YEARS = /^(19[3-9]\d|20[0-4]\d)/;
const DATES =
  /^((0[1-9]|[12]\d|3[01])([./-]?)(0[1-9]|1[0-2])\3((19|20)?\d\d)|(19[3-9]|20[0-4])\d([./-]?)(0[1-9]|1[0-2])\8(0[1-9]|[12]\d|3[01]))/;
const DAYS = /^(0[1-9]|[12]\d|3[01])[./-]?(0[1-9]|1[0-2])/;

interface Looked {
  /** As typed, with capitals. */
  readonly typed: string;
  readonly plain: string;
  readonly unshifted: string;
  /** The plain text and what its digits and signs may stand for, with what that costs. */
  readonly readings: readonly (readonly [text: string, cost: number])[];
}

/** What may stand in a password because of who chose it: parts of the address, of the name, of where this is. */
export function ownWords(known: readonly string[]): string[] {
  const words = known
    .flatMap((text) => [text, ...text.split(/[^\p{L}]+/u)])
    .map(plainOf)
    .filter((word) => word.length >= WORD_MIN && word.length <= 64);
  return [
    ...new Set(
      words.flatMap((word) => (hasCyrillic(word) ? [word, onLatinKeys(word), ...inLatinLetters(word)] : [word])),
    ),
  ];
}

/**
 * How many guesses find a password, at the most, as a power of ten: by words that guessers know, what stands on keyboards, dates, and what is
 * usually put behind. zxcvbn takes ten thousand more for each further part, so that to it a name, a year and an exclamation mark are good.
 */
export function guessesLog10(password: string, words: GuessedWords, own: readonly string[]): number {
  const typed = [...password.normalize('NFKC')]
    .slice(0, LOOKED_AT)
    .map((letter) => letter.charAt(0))
    .join('');
  const mine = new Set(own);
  const rankOf = (word: string) => (mine.has(word) ? OWN_RANK : words.get(word));
  const forms: (readonly [string, number])[] = [
    [typed, 0],
    [[...typed].reverse().join(''), CAPITALS],
  ];
  if (hasCyrillic(plainOf(typed))) forms.push([onLatinKeys(typed.toLowerCase()), CAPITALS]);
  return Math.min(...forms.map(([form, cost]) => cost + cheapest(looked(form), rankOf)));
}

/** The cheapest way to put the text together from parts. */
function cheapest(text: Looked, rankOf: (word: string) => number | undefined): number {
  const end = text.plain.length;
  const cost = [0, ...Array<number>(end).fill(Infinity)];
  for (let at = 0; at < end; at += 1) {
    const before = cost[at] as number;
    const reach = (length: number, price: number) => {
      if (length > 0) cost[at + length] = Math.min(cost[at + length] as number, before + price);
    };
    reach(1, single(text.plain, at));
    for (let length = WORD_MIN; length <= Math.min(WORD_MAX, end - at); length += 1)
      reach(length, wordCost(text, at, length, rankOf));
    for (let length = 1; length <= again(text.plain, at); length += 1) reach(length, AGAIN);
    reach(run(text.plain, at), RUN);
    for (let length = 4; length <= walk(text.unshifted, at); length += 1)
      reach(length, KEYBOARD + capitals(text.typed, at, length));
    const rest = text.plain.slice(at, at + 12);
    for (const [pattern, price] of [
      [YEARS, YEAR],
      [DATES, DATE],
      [DAYS, DAY],
    ] as const)
      reach(pattern.exec(rest)?.[0].length ?? 0, price);
  }
  return cost[end] as number;
}

function wordCost(text: Looked, at: number, length: number, rankOf: (word: string) => number | undefined): number {
  let least = Infinity;
  for (const [reading, price] of text.readings) {
    const rank = rankOf(reading.slice(at, at + length));
    if (rank !== undefined) least = Math.min(least, Math.max(CAPITALS, Math.log10(rank)) + price);
  }
  return least + capitals(text.typed, at, length);
}

function capitals(typed: string, at: number, length: number): number {
  const part = typed.slice(at, at + length);
  return part === part.toLowerCase() ? 0 : CAPITALS;
}

/** How many characters from here on stand right before too or, from a word's length on, anywhere before. */
function again(text: string, at: number): number {
  let most = at > 0 && text[at - 1] === text[at] ? 1 : 0;
  for (let length = 2; length <= Math.min(at, text.length - at); length += 1) {
    const part = text.slice(at, at + length);
    if (length < WORD_MIN ? text.slice(at - length, at) === part : text.slice(0, at).includes(part)) most = length;
  }
  return most;
}

/** Letters or digits that follow one another, up or down: how many, or 0 when fewer than three. */
function run(text: string, at: number): number {
  const step = text.charCodeAt(at + 1) - text.charCodeAt(at);
  if (Math.abs(step) !== 1) return 0;
  let end = at + 1;
  while (text.charCodeAt(end + 1) - text.charCodeAt(end) === step) end += 1;
  return end - at >= 2 ? end - at + 1 : 0;
}

/** How many characters from here on lie along a walk over the keyboard. */
function walk(text: string, at: number): number {
  const start = text.slice(at, at + 4);
  if (start.length < 4) return 0;
  let most = 0;
  for (const way of WALKS) {
    const from = way.indexOf(start);
    if (from < 0) continue;
    let length = 4;
    while (at + length < text.length && text[at + length] === way[from + length]) length += 1;
    most = Math.max(most, length);
  }
  return most;
}

function single(text: string, at: number): number {
  const letter = text[at] as string;
  if (/\d/.test(letter)) return DIGIT;
  if (/\p{L}/u.test(letter)) return LETTER;
  if (/[!.?*]/.test(letter) && at === text.length - 1) return ENDING;
  return /[ _.+-]/.test(letter) ? SEPARATOR : SIGN;
}

function looked(typed: string): Looked {
  const plain = plainOf(typed);
  const spoken = replaced(plain, SPOKEN);
  const readings = [
    [plain, 0],
    [spoken, LEET],
    [replaced(plain, { ...SPOKEN, '1': 'l', '!': 'l' }), LEET],
  ] as const;
  return {
    typed,
    plain,
    unshifted: replaced(plain, SHIFTED),
    readings: spoken === plain ? readings.slice(0, 1) : readings,
  };
}

const replaced = (text: string, by: Readonly<Record<string, string>>) =>
  [...text].map((letter) => by[letter] ?? letter).join('');

/** One spelling: without capitals and ё. Every character stays one. */
const plainOf = (text: string) =>
  [...text]
    .map((letter) => letter.toLowerCase().charAt(0))
    .join('')
    .replaceAll('ё', 'е');
