import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { isMissingTable } from './pause.js';

const PATIENCE_MS = 2_000;
const NEEDED: readonly string[] = migrations.map((migration) => migration.name);

/** Why a process should be sent no work now. */
export type NotReady = 'stopping' | 'database' | 'migrations';

/** Whether this process can do its work: it is not stopping, its database answers and has every table that this code needs. */
@Injectable()
export class Readiness {
  private stopping = false;
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
      return NEEDED.every((name) => present.has(name)) ? null : 'migrations';
    } catch (err) {
      return isMissingTable(err) ? 'migrations' : 'database';
    }
  }
}
