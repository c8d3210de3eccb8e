import { EventSubscriber, type DataSource, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import type { Tx } from './tx.js';
import { log } from './log.js';
import { preparedQuery } from './prepared.js';

/** What a transaction wants said, each word once: a channel with its payloads. */
type Notices = Map<string, Set<string>>;

const [NOTICES, WITHOUT_EVENTS] = ['notices', 'without-events'];
/** A word is lost with its connection anyway, so it need not wait for the disk: set for this one statement, which is a transaction of its own. */
const SAY = `SELECT set_config('synchronous_commit', 'off', true), pg_notify(channel, payload) FROM unnest($1::text[], $2::text[]) AS n(channel, payload)`;

/**
 * NOTIFY once the transaction has committed, by another connection of the process. PostgreSQL lets transactions that notify commit one at a time, disk included:
 * within them, every action of a person would wait for those of all others. A process that dies between the two says nothing; a process that
 * listens therefore also looks by itself (the relay every 5 s, pages every 20 s).
 */
export function notifyAfter(tx: Tx, channel: string, payload: string): void {
  const data = dataOf(tx.queryRunner);
  if (data[WITHOUT_EVENTS]) return;
  put((data[NOTICES] ??= new Map()) as Notices, channel, payload);
}

/** What is done in `work` by this transaction is a past that has had its consequences: it leaves no facts, and nobody is told. */
export async function withoutEvents<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const data = dataOf(tx.queryRunner);
  data[WITHOUT_EVENTS] = true;
  try {
    return await work();
  } finally {
    delete data[WITHOUT_EVENTS];
  }
}

export function isWithoutEvents(tx: Tx): boolean {
  return dataOf(tx.queryRunner)[WITHOUT_EVENTS] === true;
}

/** Says what transactions left to be said. Part of every data source. */
@EventSubscriber()
export class NoticeSubscriber implements EntitySubscriberInterface {
  afterTransactionCommit({
    queryRunner,
    dataSource,
  }: {
    readonly queryRunner: QueryRunner;
    readonly dataSource: DataSource;
  }): void {
    if (queryRunner.isTransactionActive) return; // only a part of it
    const notices = queryRunner.data[NOTICES] as Notices | undefined;
    if (!notices) return;
    delete queryRunner.data[NOTICES];
    notifierOf(dataSource).say(notices);
  }

  afterTransactionRollback({ queryRunner }: { readonly queryRunner: QueryRunner }): void {
    if (!queryRunner.isTransactionActive) delete queryRunner.data[NOTICES];
  }
}

const notifiers = new WeakMap<DataSource, AfterCommitNotifier>();

function notifierOf(source: DataSource): AfterCommitNotifier {
  let notifier = notifiers.get(source);
  if (!notifier) notifiers.set(source, (notifier = new AfterCommitNotifier(source)));
  return notifier;
}

/** Of one process: what comes while one statement is on its way goes with the next, all together. */
class AfterCommitNotifier {
  private waiting: Notices = new Map();
  private busy = false;

  constructor(private readonly source: DataSource) {}

  say(notices: Notices): void {
    for (const [channel, payloads] of notices) for (const payload of payloads) put(this.waiting, channel, payload);
    if (!this.busy) void this.sayAll();
  }

  private async sayAll(): Promise<void> {
    this.busy = true;
    while (this.waiting.size > 0) {
      const words = [...this.waiting].flatMap(([channel, payloads]) =>
        [...payloads].map((payload) => [channel, payload] as const),
      );
      this.waiting = new Map();
      try {
        await preparedQuery(this.source, SAY, [words.map(([channel]) => channel), words.map(([, payload]) => payload)]);
      } catch (err) {
        // It stands: the listener finds it a little later. A process that ends has no connection any more.
        if (this.source.isInitialized)
          log.warn({ err, words: words.length }, 'what has been committed could not be told at once');
      }
    }
    this.busy = false;
  }
}

function put(notices: Notices, channel: string, payload: string): void {
  const payloads = notices.get(channel);
  if (payloads) payloads.add(payload);
  else notices.set(channel, new Set([payload]));
}

function dataOf(runner: QueryRunner | undefined): Record<string, unknown> {
  if (!runner) throw new Error('Only a transaction can leave something to be said');
  return runner.data;
}
