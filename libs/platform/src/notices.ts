import { EventSubscriber, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import type { Tx } from './db.js';
import { log } from './log.js';
import { ask } from './prepared.js';

/** What a transaction wants said, each word once: a channel with its payloads. */
type Notices = Map<string, Set<string>>;

const KEY = 'notices';
/** A word is lost with its connection anyway, so it need not wait for the disk: set for this one statement, which is a transaction of its own. */
const SAY = `SELECT set_config('synchronous_commit', 'off', true), pg_notify(channel, payload) FROM unnest($1::text[], $2::text[]) AS n(channel, payload)`;

/**
 * NOTIFY once the transaction has committed, by the same connection. PostgreSQL lets transactions that notify commit one at a time, disk included:
 * within them, every deed of a person would wait for those of all others. A process that dies between the two says nothing; whoever
 * listens therefore also looks by itself (the relay every 5 s, pages every 20 s).
 */
export function notifyAfter(tx: Tx, channel: string, payload: string): void {
  const data = dataOf(tx.queryRunner);
  const notices = (data[KEY] ??= new Map()) as Notices;
  const payloads = notices.get(channel);
  if (payloads) payloads.add(payload);
  else notices.set(channel, new Set([payload]));
}

/** Nobody is told of what this transaction has done so far. */
export function leaveUnsaid(tx: Tx): void {
  delete dataOf(tx.queryRunner)[KEY];
}

/** Says what transactions left to be said. Part of every data source. */
@EventSubscriber()
export class NoticeSubscriber implements EntitySubscriberInterface {
  async afterTransactionCommit({ queryRunner }: { readonly queryRunner: QueryRunner }): Promise<void> {
    if (queryRunner.isTransactionActive) return; // only a part of it
    const notices = queryRunner.data[KEY] as Notices | undefined;
    if (!notices) return;
    delete queryRunner.data[KEY];
    const words = [...notices].flatMap(([channel, payloads]) => [...payloads].map((payload) => [channel, payload] as const));
    try {
      await ask(queryRunner.manager, SAY, [words.map(([channel]) => channel), words.map(([, payload]) => payload)]);
    } catch (err) {
      log.warn({ err }, 'what has been committed could not be told at once'); // it stands: whoever waits for it finds it a little later
    }
  }

  afterTransactionRollback({ queryRunner }: { readonly queryRunner: QueryRunner }): void {
    if (!queryRunner.isTransactionActive) delete queryRunner.data[KEY];
  }
}

function dataOf(runner: QueryRunner | undefined): Record<string, unknown> {
  if (!runner) throw new Error('Only a transaction can leave something to be said');
  return runner.data;
}
