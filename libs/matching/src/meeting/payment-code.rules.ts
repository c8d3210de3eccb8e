import { CROCKFORD_SYMBOLS } from '#kernel';

/**
 * Payment codes: what a donor copies into the purpose line of a bank transfer, so that the gift is found again in the bank statement. Nine symbols of Crockford's
 * base 32 behind «LP-», in groups: `LP-7K3F-9TRB-4`. Crockford's own check symbols (* ~ $ = U) do not survive a bank, so the last symbol is a check out of the same 32:
 * the eight before it as digits of a polynomial over GF(32), x^5 + x^2 + 1. It finds every single wrong symbol and every swap of two neighbours.
 */
const DATA = 8;
const LENGTH = DATA + 1;

/** Cyrillic letters that look like a symbol, and the letters that Crockford's base 32 leaves out because they look like another. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  Ё: 'E',
  З: '3',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: '0',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  O: '0',
  I: '1',
  L: '1',
  U: 'V',
};

const doubled = (value: number): number => (value << 1) ^ (value & 16 ? 0b100101 : 0);

function checkSymbol(data: string): string {
  let sum = 0;
  for (const symbol of data) sum = doubled(sum ^ CROCKFORD_SYMBOLS.indexOf(symbol));
  return CROCKFORD_SYMBOLS[sum] as string;
}

/** @param data eight symbols */
export function paymentCodeOf(data: string): string {
  const whole = data + checkSymbol(data);
  return `LP-${whole.slice(0, 4)}-${whole.slice(4, 8)}-${whole.slice(8)}`;
}

const withoutLookAlikes = (text: string): string =>
  Array.from(text.toUpperCase(), (letter) => LOOK_ALIKES[letter] ?? letter).join('');

const isCode = (symbols: string): boolean =>
  symbols.length === LENGTH && checkSymbol(symbols.slice(0, DATA)) === symbols.slice(DATA);

/** A code as it stands in an address: any case, with or without «LP» and separators. Null when it cannot be one. */
export function readPaymentCode(text: string): string | null {
  const symbols = withoutLookAlikes(
    text
      .slice(0, 60)
      .trim()
      .replace(/^(LP|ЛП|LР|1P)/i, ''),
  ).replace(/[\s\-–—_.]/g, '');
  return isCode(symbols) ? paymentCodeOf(symbols.slice(0, DATA)) : null;
}

/** What a purpose line says of codes. */
export interface FoundCodes {
  /** Codes whose check symbol is right, in the order in which they stand there. */
  readonly exact: readonly string[];
  /** What was perhaps meant where it is wrong: each way to mend one symbol or one swap. To be believed only where one of them is known. */
  readonly mended: readonly string[];
}

/** How much of a purpose line is read: a payment order has 210 characters. */
const PURPOSE_MAX = 210;
/** Runs that are mended: each of them may have been a few hundred codes. */
const MENDED_RUNS = 3;
/** Looks ahead, so that runs may overlap: what only looks like the beginning of a code takes nothing of the one behind it. */
const CANDIDATE = /(?=(?:L\s?P|ЛП|LР|ЛР|1P)[\s\-–—_.:№#]{0,3}((?:[0-9A-ZА-ЯЁ][\s\-–—_.]{0,2}){8,9}))/gu;

/** Finds codes in the words of a bank transfer: in any case, with spaces or none, with Cyrillic letters for Latin ones. */
export function findPaymentCodes(purpose: string): FoundCodes {
  const exact = new Set<string>();
  const wrong: string[] = [];
  for (const [, run = ''] of purpose.slice(0, PURPOSE_MAX).toUpperCase().matchAll(CANDIDATE)) {
    const symbols = withoutLookAlikes(run).replace(/[\s\-–—_.]/g, '');
    if (isCode(symbols)) exact.add(paymentCodeOf(symbols.slice(0, DATA)));
    else if (symbols.length === LENGTH) wrong.push(symbols);
  }
  return {
    exact: [...exact],
    mended: exact.size > 0 ? [] : [...new Set(wrong.slice(0, MENDED_RUNS).flatMap(mendings))],
  };
}

function mendings(symbols: string): string[] {
  const found: string[] = [];
  const take = (changed: string): void => void (isCode(changed) && found.push(paymentCodeOf(changed.slice(0, DATA))));
  for (let at = 0; at < LENGTH; at += 1) {
    for (const other of CROCKFORD_SYMBOLS)
      if (other !== symbols[at]) take(symbols.slice(0, at) + other + symbols.slice(at + 1));
    if (at + 1 < LENGTH && symbols[at] !== symbols[at + 1])
      take(symbols.slice(0, at) + symbols[at + 1] + symbols[at] + symbols.slice(at + 2));
  }
  return found;
}
