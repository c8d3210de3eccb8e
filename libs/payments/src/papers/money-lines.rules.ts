import { createHash } from 'node:crypto';
import { dayAt } from '#kernel';
import { ROW_UNDONE } from '#matching';

/** What one certificate or register holds at most. */
export const LINES_LIMIT = 20_000;

/** An entry of the books by which money of a giver came to an organization, or left it again; with what else is known of it. */
export interface MoneyEntry {
  readonly id: string;
  readonly at: Date;
  /** In kopecks; what was taken back is negative. */
  readonly amount: number;
  /** Why it was taken back; null: it came. */
  readonly reason: string | null;
  /** When the entry was made that is taken back; for one that came, its own moment. */
  readonly originAt: Date;
  /** Match, or row of a statement, whose money it is. */
  readonly thing: string;
  readonly donorId: string;
  readonly organizationId: string;
  readonly code: string | null;
  readonly needId: string | null;
  readonly needNumber: number | null;
  readonly title: string | null;
  readonly category: string | null;
  /** Null: nobody is to be named. */
  readonly donorName: string | null;
  /** Day and number of the transfer that brought it, as the bank has them. */
  readonly bankDay: string | null;
  readonly bankNumber: string | null;
  /** The same of the transfer that sent it back. */
  readonly backDay: string | null;
  readonly backNumber: string | null;
}

export interface MoneyLine extends Pick<
  MoneyEntry,
  'thing' | 'donorId' | 'organizationId' | 'code' | 'needId' | 'needNumber' | 'title' | 'category' | 'donorName'
> {
  /** When the bank moved it; where the bank's day is not known, when the books say so. */
  readonly day: string;
  readonly amount: number;
  readonly returned: boolean;
  readonly bankNumber: string | null;
}

/** Why money left again; every other taking back is a correction of the books and moves nothing over the bank. */
export const SENT_BACK: readonly string[] = ['refund', 'returned', 'card-refund', 'chargeback'];

/** On which day an entry counts: money that came and that left by the bank's day, a recognition that was undone (it never was that money) on the day of what it undoes, all else when it was said. */
export function dayOfEntry(entry: MoneyEntry, timeZone: string): string {
  if (entry.reason === null || entry.reason === ROW_UNDONE) return entry.bankDay ?? dayAt(timeZone, entry.originAt);
  return (SENT_BACK.includes(entry.reason) ? entry.backDay : null) ?? dayAt(timeZone, entry.at);
}

/** What came of each thing on each day, and what was sent back, the oldest first; what cancels out within a day is no line. */
export function moneyLines(
  entries: readonly MoneyEntry[],
  timeZone: string,
  period?: { readonly from: string; readonly to: string },
): MoneyLine[] {
  const lines = new Map<string, MoneyLine>();
  for (const entry of entries) {
    const day = dayOfEntry(entry, timeZone);
    if (period && (day < period.from || day > period.to)) continue;
    const returned = entry.reason !== null && SENT_BACK.includes(entry.reason);
    const key = `${day} ${entry.thing} ${returned}`;
    const { thing, donorId, organizationId, code, needId, needNumber, title, category, donorName } = entry;
    const amount = (lines.get(key)?.amount ?? 0) + entry.amount;
    lines.set(key, {
      day,
      amount,
      returned,
      thing,
      donorId,
      organizationId,
      code,
      needId,
      needNumber,
      title,
      category,
      donorName,
      bankNumber: returned ? entry.backNumber : entry.bankNumber,
    });
  }
  return [...lines]
    .filter(([, { amount }]) => amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line);
}

export interface MoneySums {
  readonly received: number;
  /** Sent back, as a positive sum. */
  readonly returned: number;
  readonly total: number;
}

export function sumLines(lines: readonly MoneyLine[]): MoneySums {
  const sum = (back: boolean): number =>
    lines.reduce((all, { amount, returned }) => (returned === back ? all + amount : all), 0);
  const [received, returned] = [sum(false), 0 - sum(true)];
  return { received, returned, total: received - returned };
}

/** What a paper stands on: what of whom came and went back. Names, titles and the bank's days may be set right without making it another one. */
export function digestOfLines(lines: readonly MoneyLine[]): Buffer {
  const sums = new Map<string, number>();
  for (const { thing, returned, amount } of lines)
    sums.set(`${thing} ${returned}`, (sums.get(`${thing} ${returned}`) ?? 0) + amount);
  return createHash('sha256')
    .update(
      [...sums]
        .filter(([, sum]) => sum !== 0)
        .map(([what, sum]) => `${what} ${sum}`)
        .sort()
        .join('\n'),
    )
    .digest();
}

export interface PaperChange {
  /** Something that stands on the paper is otherwise now. */
  readonly changed: boolean;
  /** The same period says more now, of other things. */
  readonly newer: boolean;
}

/** @param then what the paper says @param today what the same question says now @param since entries that were made after it was issued */
export function changeOf(
  then: readonly MoneyLine[],
  today: readonly MoneyLine[],
  since: readonly MoneyEntry[],
): PaperChange {
  const things = new Set(then.map(({ thing }) => thing));
  const of = (lines: readonly MoneyLine[]): string =>
    digestOfLines(lines.filter(({ thing }) => things.has(thing))).toString('hex');
  const undone = since.some(({ thing, reason }) => reason === ROW_UNDONE && things.has(thing)); // the same sum may have come by another transfer since
  return { changed: undone || of(then) !== of(today), newer: today.some(({ thing }) => !things.has(thing)) };
}
