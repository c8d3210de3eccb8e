import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from './tx.js';
import { Listener } from './listener.js';
import { log } from './log.js';

const SETTING = 'platform.paused';
const CHANNEL = 'lepta_pause';
/** A safety net only: NOTIFY tells at once. */
const LOOK_EVERY_MS = 5_000;

/** Why nothing may change for now. */
export interface Pause {
  /** ISO time. */
  readonly since: string;
  /** What was restored: the time of the backup. */
  readonly backupOf: string;
  /** Broken sentences that the checks found after the restore. */
  readonly alarms: number;
}

export async function readPause(db: Tx | DataSource): Promise<Pause | null> {
  const [row] = (await db.query('SELECT value FROM settings WHERE key = $1', [SETTING])) as { value: Pause }[];
  return row?.value ?? null;
}

/** From the commit on, the api refuses what would change something (503 `platform.paused`) and the worker rests. */
export async function pause(tx: Tx, why: Pause): Promise<void> {
  await tx.query(
    'INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()',
    [SETTING, JSON.stringify(why)],
  );
  await tx.query(`SELECT pg_notify('${CHANNEL}', '')`);
}

/** Ends the pause. Returns false when there was none. */
export async function resume(tx: Tx): Promise<boolean> {
  const [, count] = (await tx.query('DELETE FROM settings WHERE key = $1', [SETTING])) as [unknown, number];
  await tx.query(`SELECT pg_notify('${CHANNEL}', '')`);
  return count > 0;
}

/** What this process knows of the pause, without asking the database at every request. */
@Injectable()
export class PauseWatch implements OnModuleInit, OnModuleDestroy {
  private known = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly told = new Set<(paused: boolean) => void>();

  constructor(
    @Inject(getDataSourceToken()) private readonly source: DataSource,
    private readonly listener: Listener,
  ) {}

  get paused(): boolean {
    return this.known;
  }

  async onModuleInit(): Promise<void> {
    await this.listener.on(CHANNEL, { heard: () => this.lookSoon(), missed: () => this.lookSoon() });
    await this.look();
    this.timer = setInterval(() => this.lookSoon(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.told.clear();
  }

  /** Called at every change from now on. */
  onChange(tell: (paused: boolean) => void): void {
    this.told.add(tell);
  }

  /** Resolves when nothing is paused, at once where that is so now. */
  async untilGoing(): Promise<void> {
    while (this.known) await new Promise<void>((go) => this.onChange(() => go()));
  }

  private lookSoon(): void {
    this.look().catch((err: unknown) => log.warn({ err }, 'it could not be read whether the installation is paused'));
  }

  private async look(): Promise<void> {
    const paused = await readPause(this.source).then(Boolean, (err: unknown) => {
      if (isMissingTable(err)) return false; // not migrated yet: readiness says so
      throw err;
    });
    if (paused === this.known) return;
    this.known = paused;
    log.warn(paused ? 'the installation is paused: nothing changes until `lepta resume`' : 'the installation goes on');
    for (const tell of [...this.told]) tell(paused);
  }
}

export function isMissingTable(err: unknown): boolean {
  return (err as { code?: unknown } | null)?.code === '42P01';
}
