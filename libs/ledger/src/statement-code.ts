import { randomBytes } from 'node:crypto';
import { CROCKFORD_SYMBOLS as SYMBOLS } from '#kernel';

const CHECK_SYMBOLS = `${SYMBOLS}*~$=U`;
const LENGTH = 16; // 80 bits: not to be guessed

/** The check symbol of Crockford's base 32: the number modulo 37, so that one wrong or two swapped symbols are found. */
function checkSymbol(symbols: string): string {
  let rest = 0;
  for (const symbol of symbols) rest = (rest * 32 + SYMBOLS.indexOf(symbol)) % 37;
  return CHECK_SYMBOLS[rest] as string;
}

/** The code of some symbols, in groups: "7KQ2-M0XD-9TRB-41WZ-5". */
export function codeOf(symbols: string): string {
  return [...(symbols.match(/.{4}/g) ?? []), checkSymbol(symbols)].join('-');
}

/** A new code of 80 random bits. */
export function newCode(): string {
  return codeOf(Array.from(randomBytes(LENGTH), (byte) => SYMBOLS[byte % 32]).join(''));
}

/** Reads a code as people type it (any case, spaces or none, O for 0, I and L for 1). Null when it cannot be one. */
export function readCode(text: string): string | null {
  const plain = text.slice(0, 60).toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{16}[0-9A-HJKMNP-TV-Z*~$=U]$/.test(plain)) return null;
  const code = codeOf(plain.slice(0, LENGTH));
  return code.endsWith(plain[LENGTH] as string) ? code : null;
}
