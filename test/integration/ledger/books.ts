import type { DataSource } from 'typeorm';
import { newId, SetClock } from '#kernel';
import { Ledger, ledgerEntities, verifyLedger } from '#ledger';
import type { Tx } from '#platform';
import { testDatabase, type TestDatabase } from '../../support/database.js';

/** A database with a ledger, for the specs of this folder. */
export interface Books {
  readonly db: TestDatabase;
  readonly source: DataSource;
  readonly ledger: Ledger;
  readonly clock: SetClock;
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  party(kind?: 'person' | 'organization'): Promise<string>;
  offer(amount: number, more?: { unit?: string; item?: string | null; donorId?: string }): Promise<string>;
  need(required: number, more?: { unit?: string; item?: string | null; organizationId?: string }): Promise<string>;
  hold(offerId: string, needId: string, amount: number, id?: string): Promise<string>;
  context(): { at: Date; by: null };
  offerBalance(id: string): Promise<number[]>;
  needBalance(id: string): Promise<number[]>;
  alarms(): Promise<readonly string[]>;
}

export async function openBooks(at = '2026-03-10T05:00:00Z'): Promise<Books> {
  const db = await testDatabase(ledgerEntities);
  const ledger = new Ledger(db.source);
  const clock = new SetClock(new Date(at));
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.source.transaction(work);
  const context = () => ({ at: clock.now(), by: null });
  const party = async (kind: 'person' | 'organization' = 'person') => {
    const id = newId();
    await db.source.query('INSERT INTO parties (id, kind) VALUES ($1, $2)', [id, kind]);
    return id;
  };
  return {
    db,
    source: db.source,
    ledger,
    clock,
    run,
    context,
    party,
    async offer(amount, more = {}) {
      const offerId = newId();
      const donorId = more.donorId ?? (await party());
      await run((tx) =>
        ledger.openOffer(tx, {
          offerId,
          donorId,
          unit: more.unit ?? 'pcs',
          item: more.item ?? null,
          amount,
          ...context(),
        }),
      );
      return offerId;
    },
    async need(required, more = {}) {
      const needId = newId();
      const organizationId = more.organizationId ?? (await party('organization'));
      await run((tx) =>
        ledger.openNeed(tx, {
          needId,
          organizationId,
          unit: more.unit ?? 'pcs',
          item: more.item ?? null,
          required,
          ...context(),
        }),
      );
      return needId;
    },
    async hold(offerId, needId, amount, id = newId()) {
      await run((tx) => ledger.hold(tx, { id, offerId, needId, matchId: id, amount, ...context() }));
      return id;
    },
    /** [pledged, available, reserved, delivered, released] */
    async offerBalance(id) {
      const b = (await ledger.offerBalances(db.source, [id])).get(id)!;
      return [b.pledged, b.available, b.reserved, b.delivered, b.released];
    },
    /** [required, open, reserved, received] */
    async needBalance(id) {
      const b = (await ledger.needBalances(db.source, [id])).get(id)!;
      return [b.required, b.open, b.reserved, b.received];
    },
    async alarms() {
      return (await verifyLedger(db.source)).alarms;
    },
  };
}

/** The code with which something was refused; "done" when it was not. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

/** What the database itself says when the service is passed by. */
export async function databaseSays(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    const { constraint, message } = error as { constraint?: string; message: string };
    return constraint ?? message;
  }
}
