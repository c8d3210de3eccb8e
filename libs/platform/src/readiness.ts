import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { isMissingTable } from './pause.js';

const PATIENCE_MS = 2_000;
const NEEDED: readonly string[] = migrations.map((migration) => migration.name);

/** Why a process should be sent no work now. */
export type NotReady = 'stopping' | 'database' | 'migrations' | 'disk';

/** So often it is tried whether the database has room to write; while it has none, each time that somebody asks. */
const ROOM_ASKED_EVERY_MS = 10_000;
/** Makes a file of the database grow by some pages and takes that back: a full disk refuses it, and so does a database that only reads. */
const TAKES_ROOM = `CREATE TEMPORARY TABLE lepta_room ON COMMIT DROP AS SELECT repeat('x', 1000) AS filler FROM generate_series(1, 40)`;
const NO_ROOM: ReadonlySet<unknown> = new Set(['53100', '58030']);

/** Whether this process can do its work: it is not stopping, its database answers, has every table that this code needs and room to write. */
@Injectable()
export class Readiness {
  private stopping = false;
  private roomAt = -Infinity;
  private asking: Promise<NotReady | null> | null = null;

  constructor(@Inject(getDataSourceToken()) private readonly source: DataSource) {}

  /** Not ready any more, for good: said before anything is closed, so that nobody sends what would not be answered. */
  stop(): void {
    this.stopping = true;
  }

  /** null: ready. However many ask at once, the database is asked once. */
  async whyNot(): Promise<NotReady | null> {
    if (this.stopping) return 'stopping';
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return this.asking;
  }

  private async ask(): Promise<NotReady | null> {
    let timer: NodeJS.Timeout | undefined;
    const tired = new Promise<NotReady>((resolve) => (timer = setTimeout(() => resolve('database'), PATIENCE_MS)));
    return Promise.race([this.look(), tired]).finally(() => clearTimeout(timer));
  }

  /** A database that a newer version has migrated already serves this one too: migrations are made so that it can. */
  private async look(): Promise<NotReady | null> {
    try {
      const rows = (await this.source.query('SELECT name FROM migrations')) as { name: string }[];
      const present = new Set(rows.map((row) => row.name));
      if (!NEEDED.every((name) => present.has(name))) return 'migrations';
      await this.tryRoom();
      return null;
    } catch (err) {
      if (NO_ROOM.has((err as { code?: unknown }).code)) return 'disk';
      return isMissingTable(err) ? 'migrations' : 'database';
    }
  }

  private async tryRoom(): Promise<void> {
    if (performance.now() - this.roomAt < ROOM_ASKED_EVERY_MS) return;
    this.roomAt = -Infinity;
    await this.source.transaction(async (tx) => {
      await tx.query(TAKES_ROOM);
    });
    this.roomAt = performance.now();
  }
}
