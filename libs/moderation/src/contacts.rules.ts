/**
 * What must not stand in a public text because it leads past the organization's own account: card numbers, phones, personal accounts.
 * Pure. A finding carries a masked form only: the number itself is never copied out of the text.
 */
export interface Finding {
  /** First and last digits, the rest as dots: enough to find the place, useless to anybody else. */
  readonly masked: string;
  /** Where in the text it begins, and how many characters it takes: for marking it in the moderator's view. */
  readonly at: number;
  readonly length: number;
}

export interface PhoneFinding extends Finding {
  /** The words around it speak of sending money. */
  readonly forTransfer: boolean;
}

interface Digits {
  readonly at: number;
  readonly length: number;
  readonly groups: readonly string[];
}

const SEPARATOR = /[ \u00a0\u2009\-–.]/;

/** Runs of digits in which single spaces, dashes or points stand between groups: "4276 3800 0000 1107" is one run of four groups. */
function digitRuns(text: string): Digits[] {
  const runs: Digits[] = [];
  for (const match of text.matchAll(/\d(?:[ \u00a0\u2009\-–.]?\d)*/g)) {
    runs.push({ at: match.index, length: match[0].length, groups: match[0].split(SEPARATOR) });
  }
  return runs;
}

/** The check of ISO/IEC 7812-1, by Luhn. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** 16 to 19 digits of a payment network (first digit 2 to 6) that pass Luhn and are not one digit repeated. */
function looksLikeCard(digits: string): boolean {
  return (
    digits.length >= 16 &&
    digits.length <= 19 &&
    /^[2-6]/.test(digits) &&
    !/^(\d)\1*$/.test(digits) &&
    passesLuhn(digits)
  );
}

/** People write a card whole, in fours, in halves, or digit by digit; sums are written in threes and are never a card. */
function writtenAsCard(groups: readonly string[]): boolean {
  if (groups.length === 1 || groups.every((group) => group.length === 1)) return true;
  return groups.slice(0, -1).every((group) => group.length >= 4) && (groups.at(-1)?.length ?? 0) <= 12;
}

function mask(digits: string): string {
  return `${digits.slice(0, 4)} •••• ${digits.slice(-4)}`;
}

/** Cards have 16 digits as four years have: "2015 2016 2017 2018" is a list of years. */
function onlyYears(groups: readonly string[]): boolean {
  return groups.length > 1 && groups.every((group) => /^(19|20)\d{2}$/.test(group));
}

function cardIn(run: Digits): string | null {
  if (run.groups.length > 40 || run.groups.join('').length === 20) return null; // 20 digits are a bank account, however it is grouped
  for (let from = 0; from < run.groups.length; from += 1) {
    for (let to = from + 1; to <= run.groups.length; to += 1) {
      const groups = run.groups.slice(from, to);
      if (writtenAsCard(groups) && !onlyYears(groups) && looksLikeCard(groups.join(''))) return groups.join('');
    }
  }
  return null;
}

export function findCards(text: string): Finding[] {
  return digitRuns(text).flatMap((run) => {
    const card = cardIn(run);
    return card ? [{ masked: mask(card), at: run.at, length: run.length }] : [];
  });
}

/** Accounts of private people (40817, of non-residents 40820): a gift there never reaches the books of an organization. */
export function findPersonalAccounts(text: string): Finding[] {
  return digitRuns(text)
    .filter((run) => /^408(17|20)\d{15}$/.test(run.groups.join('')))
    .map((run) => ({ masked: mask(run.groups.join('')), at: run.at, length: run.length }));
}

const GAP = '[ \\u00a0\\u2009\\-–.]{0,2}';
// After the country's digit an area code of three to five digits stands unbroken; the rest is grouped as people group phones.
const SUBSCRIBER = `(?:[3489]\\d{2}\\)?${GAP}(?:\\d{3}${GAP}\\d{2}${GAP}\\d{2}|\\d{3}${GAP}\\d{4}|\\d{2}${GAP}\\d{2}${GAP}\\d{3}|\\d{7})|[3489]\\d{3}\\)?${GAP}(?:\\d{2}${GAP}\\d{2}${GAP}\\d{2}|\\d{3}${GAP}\\d{3})|[3489]\\d{4}\\)?${GAP}\\d{1}${GAP}\\d{2}${GAP}\\d{2})`;
const PHONE = new RegExp(
  `(?<![\\d+])(?:(?:\\+7|8)${GAP}\\(?|7(?=[ \\u00a0\\-–(]{0,2}9)${GAP}\\(?)${SUBSCRIBER}(?!\\d)`,
  'g',
);
const BARE_MOBILE = /(?<!\d)(?<!\d[ \u00a0\-–.])9\d{2}[ \u00a0\-–]\d{3}[ \u00a0-]\d{2}[ \u00a0-]\d{2}(?!\d)/g;
const SINGLE_DIGITS = /(?<!\d)(?:\+?7|8)(?:[ \u00a0]\d){10}(?![ \u00a0]?\d)/g;
const ABOUT_TRANSFER =
  /перевод|перевест|переведи|переводи|перечисл|карт[аеуы]|сбербанк|сбер|т-банк|тинькоф|сбп|на номер|реквизит/i;
const NEAR = 80;

/** Russian phones: +7, 8 or 7 with an area code, and mobiles written without the country's digit. */
export function findPhones(text: string): PhoneFinding[] {
  const found = new Map<number, PhoneFinding>();
  for (const pattern of [PHONE, SINGLE_DIGITS, BARE_MOBILE]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const overlaps = [...found.values()].some((other) => match.index < other.at + other.length && other.at < end);
      if (overlaps || /^\s?(?:руб|₽|коп|шт|кг|тонн)/i.test(text.slice(end))) continue;
      const digits = match[0].replace(/\D/g, '');
      const around = text.slice(Math.max(0, match.index - NEAR), end + NEAR);
      found.set(match.index, {
        masked: `${digits.slice(0, 4)} •••-••-${digits.slice(-2)}`,
        at: match.index,
        length: match[0].length,
        forTransfer: ABOUT_TRANSFER.test(around),
      });
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

export function findEmails(text: string): Finding[] {
  return [...text.matchAll(/[\p{L}\d._+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,5}[\p{L}]{2,24}/gu)].map((match) => ({
    masked: `${match[0].slice(0, 1)}•••@${match[0].split('@')[1] ?? ''}`,
    at: match.index,
    length: match[0].length,
  }));
}

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>«»"]{3,200}|(?<![\w@.-])(?:t\.me|vk\.com|vk\.cc|wa\.me|ok\.ru|clck\.ru|bit\.ly)\/[\w./-]{1,100}/giu;

/** Signs that end the sentence, and a bracket that was opened before the address, are no part of it. */
function withoutSentence(address: string): string {
  const bare = address.replace(/[.,;:!?…'’”]+$/u, '');
  const inside = bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
  return inside === address ? address : withoutSentence(inside);
}

export function findLinks(text: string): Finding[] {
  return [...text.matchAll(LINK)].map((match) => {
    const link = withoutSentence(match[0]);
    return { masked: link.slice(0, 60), at: match.index, length: link.length };
  });
}
