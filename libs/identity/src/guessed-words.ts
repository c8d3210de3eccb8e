import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { GuessedWords } from './guesses.rules.js';
import { inLatinLetters, onLatinKeys } from './spellings.js';

/** Words taken up in one turn of the event loop: less than a millisecond. */
const AT_ONCE = 1_000;
/** Before the first Russian word stand the passwords that are tried everywhere. */
const BEFORE_RUSSIAN = 30;

let words: Promise<GuessedWords> | undefined;

/** As `readGuessedWords`, read at the first call and kept: about 5 MB. */
export function guessedWords(): Promise<GuessedWords> {
  words ??= readGuessedWords().catch((err: unknown) => {
    words = undefined;
    throw err;
  });
  return words;
}

/**
 * The 49,000 passwords that are found most often (@zxcvbn-ts/language-common) and 900 Russian words that people choose, with the ways to type
 * them on a Latin keyboard. Read in steps between which requests are answered.
 */
export async function readGuessedWords(): Promise<GuessedWords> {
  const found = new Map<string, number>();
  const add = (word: string, rank: number) => {
    if (rank < (found.get(word) ?? Infinity)) found.set(word, rank);
  };
  const listed = await readFile(
    createRequire(import.meta.url).resolve('@zxcvbn-ts/language-common/src/passwords.json'),
    'utf8',
  );
  await inSteps(stringsOf(listed), add);
  const russian = (await readFile(dataFile('common-words.txt'), 'utf8')).split('\n').filter(Boolean);
  await inSteps(russian, (word, place) => {
    for (const spelling of [word, onLatinKeys(word), ...inLatinLetters(word)]) add(spelling, BEFORE_RUSSIAN + place);
  });
  return found;
}

async function inSteps(list: Iterable<string>, take: (word: string, place: number) => void): Promise<void> {
  let place = 0;
  for (const word of list) {
    take(word, (place += 1));
    if (place % AT_ONCE === 0) await nextTurn();
  }
}

/** The strings of a JSON array of strings, one by one: to parse it whole holds the event loop for longer than a request may. */
function* stringsOf(json: string): Generator<string> {
  let at = json.indexOf('"');
  while (at >= 0) {
    let end = json.indexOf('"', at + 1);
    while (json[end - 1] === '\\') end = json.indexOf('"', end + 1);
    const inside = json.slice(at + 1, end);
    yield inside.includes('\\') ? (JSON.parse(`"${inside}"`) as string) : inside;
    at = json.indexOf('"', end + 1);
  }
}

/** In the source tree and, built, in dist beside this file's folder. */
function dataFile(name: string): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const file = join(at, 'libs', 'identity', 'data', name);
    if (existsSync(file)) return file;
  }
  throw new Error(`libs/identity/data/${name} is missing`);
}
