import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY_MS, isDay, refuseForm } from '#kernel';
import type { Tx } from '#platform';
import { canonical, sha256, type Canonical } from '#seals';
import { newCode, readCode } from './statement-code.js';
import { refuseLedger } from './ledger.refusals.js';
import {
  readHeld,
  readStatement,
  type HeldEntry,
  type Statement,
  type StatementEntry,
  type StatementSide,
  type StatementUnit,
} from './statement.queries.js';
import { statementSums, type StatementSum } from './statement-sums.rules.js';
import { readCorrections, readThread, type Correction } from './statement-thread.queries.js';

export type IssuedStatement = Statement & { verificationCode: string; held: HeldEntry[]; sums: StatementSum[] };

/** What the public page behind a code says. It names no party: the holder of the paper compares the figures. */
export interface StatementCheck {
  code: string;
  /** `matches`: the books as of the day of issue still say what the statement says. */
  status: 'matches' | 'changed';
  side: StatementSide;
  from: string;
  to: string;
  timeZone: string;
  issuedAt: Date;
  /** True when the period got further entries after the statement was issued: a newer one says more. */
  newerEntries: boolean;
  /** What took back a part of its entries since. */
  corrections: Correction[];
  /** The sums that stand on the paper, in its order, while they match. */
  sums: StatementSum[];
  /** The figures, while they match; without entries. */
  units: (Omit<StatementUnit, 'entries'> & { entries: number })[];
}

export interface StatementWish {
  readonly partyId: string;
  /** Without it: what the party has mostly to tell, received for one that asks for help, given for the others. */
  readonly side?: StatementSide;
  /** Days, inclusive; without them the year so far up to its end. */
  readonly from?: string;
  readonly to?: string;
  readonly timeZone: string;
}

/** Statements with a verification code. The code is kept with a digest, not with the statement. */
@Injectable()
export class Statements {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The same period again gives the same code as long as the books say the same of it. */
  async issue(wish: StatementWish): Promise<IssuedStatement> {
    const now = this.clock.now();
    const { from, to } = periodOf(wish, now);
    const { statement, held } = await this.source.transaction('REPEATABLE READ', async (tx) => {
      const side = wish.side ?? (await usualSide(tx, wish.partyId));
      const asked = { partyId: wish.partyId, side, from, to, timeZone: wish.timeZone, asOf: now };
      return { statement: await readStatement(tx, asked), held: await readHeld(tx, asked) };
    });
    const what = [wish.partyId, statement.side, from, to, wish.timeZone, digestOf(statement)];
    await this.source.query(
      `INSERT INTO statement_codes (party_id, side, from_day, to_day, time_zone, digest, code, issued_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (party_id, side, from_day, to_day, time_zone, digest) DO NOTHING`,
      [...what, newCode(), now],
    );
    // A question of its own: it sees the row also where another request has just written it.
    const [row] = (await this.source.query(
      `SELECT code FROM statement_codes WHERE (party_id, side, from_day, to_day, time_zone, digest) = ($1, $2, $3::date, $4::date, $5, $6)`,
      what,
    )) as [{ code: string }];
    return { ...statement, verificationCode: row.code, held, sums: statementSums(statement.units, held) };
  }

  /** What the books say of one match on the accounts of the party, from its first entry to its last. Of other people's matches as of one that never was: 404. */
  async thread(partyId: string, matchId: string): Promise<StatementEntry[]> {
    const entries = await readThread(this.source, partyId, matchId);
    return entries.length > 0 ? entries : refuseLedger('statement.no-such-match');
  }

  /** Does what a statement says still stand? Open to everybody who has the code. A code whose check character does not fit was never issued to anybody: it is told apart. */
  async check(text: string): Promise<StatementCheck> {
    const code = readCode(text) ?? refuseLedger('statement.mistyped');
    const [kept]: Kept[] = await this.source.query(
      `SELECT code, party_id AS "partyId", side, from_day::text AS from, to_day::text AS to, time_zone AS "timeZone", digest, issued_at AS "issuedAt" FROM statement_codes WHERE code = $1`,
      [code],
    );
    if (!kept) return refuseLedger('statement.not-found');
    const { digest, partyId, ...shown } = kept;
    const now = this.clock.now();
    const { then, today, held, corrections } = await this.source.transaction('REPEATABLE READ', async (tx) => {
      const asked = { ...kept, partyId, asOf: kept.issuedAt };
      const then = await readStatement(tx, asked);
      const posted = then.units.flatMap(({ entries }) =>
        entries.filter(({ state }) => state === 'posted').map(({ id }) => id),
      );
      return {
        then,
        today: await readStatement(tx, { ...asked, asOf: now }),
        held: await readHeld(tx, asked),
        corrections: await readCorrections(tx, posted, kept.issuedAt, now),
      };
    });
    const matches = digestOf(then).equals(digest);
    return {
      ...shown,
      status: matches ? 'matches' : 'changed',
      newerEntries: !digestOf(today).equals(digestOf(then)),
      corrections,
      sums: matches ? statementSums(then.units, held) : [],
      units: matches ? then.units.map(({ entries, ...unit }) => ({ ...unit, entries: entries.length })) : [],
    };
  }
}

interface Kept {
  code: string;
  partyId: string;
  side: StatementSide;
  from: string;
  to: string;
  timeZone: string;
  digest: Buffer;
  issuedAt: Date;
}

/** Ten years: what a statement lists stays within what a page and a paper can hold. */
const LONGEST_DAYS = 3653;

/** The days that a person asks about; without them the year so far up to its end. @throws form.invalid */
export function periodOf(
  wish: Pick<StatementWish, 'from' | 'to' | 'timeZone'>,
  now: Date,
): { from: string; to: string } {
  const year = new Intl.DateTimeFormat('en', { timeZone: wish.timeZone, year: 'numeric' }).format(now);
  const period = { from: wish.from ?? `${year}-01-01`, to: wish.to ?? `${year}-12-31` };
  refuseForm(
    (['from', 'to'] as const)
      .filter((field) => !isDay(period[field]))
      .map((field) => ({ field, code: 'statement.not-a-day' })),
  );
  if (Date.parse(period.to) - Date.parse(period.from) > LONGEST_DAYS * DAY_MS)
    refuseForm([{ field: 'to', code: 'statement.too-long' }]);
  if (period.to < period.from) refuseForm([{ field: 'to', code: 'statement.ends-before-it-begins' }]);
  return period;
}

/** Received for one that asks for help, given for the others. */
export async function usualSide(tx: Tx, partyId: string): Promise<StatementSide> {
  const [seen]: { asks: boolean; gives: boolean; isPerson: boolean }[] = await tx.query(
    `SELECT EXISTS (SELECT 1 FROM accounts WHERE party_id = $1 AND kind = 'need') AS asks, EXISTS (SELECT 1 FROM accounts WHERE party_id = $1 AND kind = 'offer') AS gives,
       EXISTS (SELECT 1 FROM parties WHERE id = $1 AND kind = 'person') AS "isPerson"`,
    [partyId],
  );
  return seen?.asks || !(seen?.gives || seen?.isPerson) ? 'recipient' : 'donor';
}

function digestOf(statement: Statement): Buffer {
  return sha256(canonical(JSON.parse(JSON.stringify(statement)) as Canonical));
}
