import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { dayAfter, dayDigest, GENESIS, lineHash, utcDay, type PublicLine } from './seal.rules.js';

interface ExportVerdict {
  readonly ok: boolean;
  /** What is wrong, one sentence each, with the number of the line of the file; the first hundred. */
  readonly alarms: readonly string[];
  /** The days of the file with the digest that was computed from their lines. */
  readonly days: readonly { day: string; digest: string; transfers: number }[];
}

interface VerifyExportOptions {
  onLine?: (sentence: string) => void;
  /**
   * Digests published elsewhere (day → hex): then the file is held against them too. A day is vouched for by its own digest or by that of a
   * later day of the file, which names it; a day after the last of them by none.
   */
  published?: ReadonlyMap<string, string>;
}

interface Reading {
  day: string | null;
  hash: Buffer;
  previousDigest: string;
  position: number;
  transfers: number;
  closedDay: string | null;
  /** Closed days that no published digest vouches for so far. */
  unvouched: string[];
}

const MAX_ALARMS = 100;

/**
 * Checks a downloaded export (one day, or several one after the other) on a machine that knows nothing else: numbers without gaps, every
 * hash from the line and the hash before it, every line in its day, every digest from its day and the digest before it.
 */
export async function verifyExport(
  file: Readable | AsyncIterable<string | Buffer>,
  options: VerifyExportOptions = {},
): Promise<ExportVerdict> {
  const alarms: string[] = [];
  const days: { day: string; digest: string; transfers: number }[] = [];
  let count = 0;
  const alarm = (sentence: string) => {
    count += 1;
    if (count > MAX_ALARMS) return;
    alarms.push(sentence);
    options.onLine?.(`ALARM: ${sentence}`);
  };
  const state: Reading = {
    day: null,
    hash: GENESIS,
    previousDigest: '',
    position: 0,
    transfers: 0,
    closedDay: null,
    unvouched: [],
  };
  let number = 0;
  const input = file instanceof Readable ? file : Readable.from(file);
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === '') continue;
    const where = `line ${number}`;
    const content = parse(text);
    if (content === null) alarm(`${where} is not a JSON object`);
    else if (content.type === 'day') begin(state, content, where, alarm, options.published);
    else if (content.type === 'transfer') follow(state, content, where, alarm);
    else if (content.type === 'close') {
      const digest = close(state, content, where, alarm);
      const day = String(content.day);
      days.push({ day, digest, transfers: state.transfers });
      const published = options.published?.get(day)?.toLowerCase();
      if (published !== undefined && published !== digest)
        alarm(`${day}: the published digest is ${published}, the file gives ${digest}`);
      state.unvouched = published === undefined ? [...state.unvouched, day] : [];
      options.onLine?.(`${day}: ${state.transfers} transfers, digest ${digest}`);
    } else alarm(`${where} is of an unknown type`);
  }
  if (state.day !== null) alarm(`the file ends before the day ${state.day} is closed`);
  if (days.length === 0) alarm('the file has no closed day');
  if (options.published)
    for (const day of state.unvouched)
      alarm(`${day}: no digest of this day or of a later one in the file was published`);
  options.onLine?.(
    alarms.length === 0
      ? `The file is consistent${options.published ? ' with the published digests' : ': compare its digest with the published one'}.`
      : `${count} alarms.`,
  );
  return { ok: alarms.length === 0, alarms, days };
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

type Alarm = (sentence: string) => void;
const bytes = (hex: unknown): Buffer =>
  typeof hex === 'string' && /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : Buffer.alloc(0);

function begin(
  state: Reading,
  line: Record<string, unknown>,
  where: string,
  alarm: Alarm,
  published?: ReadonlyMap<string, string>,
): void {
  if (state.day !== null) alarm(`${where} begins a day before ${state.day} is closed`);
  const day = String(line.day);
  if (state.closedDay !== null) {
    if (day !== dayAfter(state.closedDay)) alarm(`${where}: ${day} does not follow ${state.closedDay}`);
    if (line.previousHash !== state.hash.toString('hex'))
      alarm(`${where}: the chain does not go on from the day before`);
    if (line.previousDigest !== state.previousDigest) alarm(`${where}: the digest of the day before is another one`);
    if (line.firstPosition !== state.position + 1) alarm(`${where}: position ${state.position + 1} was expected`);
  } else {
    const before = [...(published ?? [])].find(([known]) => dayAfter(known) === day)?.[1].toLowerCase();
    if (before !== undefined && line.previousDigest !== before)
      alarm(
        `${where}: the published digest of the day before is ${before}, the file says ${String(line.previousDigest)}`,
      );
  }
  if (line.firstPosition === 1 && line.previousHash !== GENESIS.toString('hex'))
    alarm(`${where}: the first line of the books has nothing before it`);
  Object.assign(state, {
    day,
    hash: bytes(line.previousHash),
    previousDigest: String(line.previousDigest),
    position: Number(line.firstPosition) - 1,
    transfers: 0,
  });
}

function follow(state: Reading, line: Record<string, unknown>, where: string, alarm: Alarm): void {
  const { type: _, hash: claimed, ...content } = line;
  if (state.day === null) alarm(`${where} stands outside a day`);
  if (content.position !== state.position + 1)
    alarm(`${where}: position ${state.position + 1} was expected, ${String(content.position)} is there`);
  if (
    typeof content.sealedAt !== 'string' ||
    !content.sealedAt.startsWith(`${state.day}T`) ||
    Number.isNaN(Date.parse(content.sealedAt)) ||
    utcDay(content.sealedAt) !== state.day
  )
    alarm(`${where} was not sealed on ${state.day}`);
  let hash: Buffer = Buffer.alloc(0);
  try {
    hash = lineHash(state.hash, content as unknown as PublicLine);
  } catch {
    // a number that is not an exact integer has no canonical form: the hash cannot fit
  }
  if (claimed !== hash.toString('hex')) alarm(`${where}: the hash does not fit what the line says`);
  // Go on from what the file claims, so that one changed line is one alarm.
  Object.assign(state, { hash: bytes(claimed), position: Number(content.position), transfers: state.transfers + 1 });
}

function close(state: Reading, line: Record<string, unknown>, where: string, alarm: Alarm): string {
  const lastHash = state.hash.toString('hex');
  if (line.day !== state.day) alarm(`${where} closes ${String(line.day)}, not ${String(state.day)}`);
  if (line.transfers !== state.transfers)
    alarm(`${where}: the day has ${state.transfers} transfers, not ${String(line.transfers)}`);
  if (line.lastPosition !== state.position)
    alarm(`${where}: the last position is ${state.position}, not ${String(line.lastPosition)}`);
  const digest = dayDigest({
    day: String(state.day),
    transfers: state.transfers,
    lastPosition: Number.isSafeInteger(state.position) ? state.position : -1,
    lastHash,
    previous: state.previousDigest,
  }).toString('hex');
  if (line.digest !== digest) alarm(`${where}: the digest does not fit the day`);
  Object.assign(state, { closedDay: state.day, day: null, previousDigest: digest });
  return digest;
}
