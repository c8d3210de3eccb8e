import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { newId } from '#kernel';
import { migrations } from '../../../migrations/index.js';
import { Listener } from './listener.js';
import { isMissingTable } from './pause.js';

const PATIENCE_MS = 2_000;
const NEEDED: readonly string[] = migrations.map((migration) => migration.name);

/** Why a process should be sent no work now. */
export type NotReady = 'stopping' | 'database' | 'migrations' | 'disk' | 'listen';

/** So often it is tried whether the database has room to write; while it has none, each time that readiness is asked for. */
const ROOM_ASKED_EVERY_MS = 10_000;
/** Makes a file of the database grow by some pages and takes that back: a full disk refuses it, and so does a database that only reads. */
const TAKES_ROOM = `CREATE TEMPORARY TABLE lepta_room ON COMMIT DROP AS SELECT repeat('x', 1000) AS filler FROM generate_series(1, 40)`;
/** So often it is tried whether this process hears what others say, and so long a word may take. */
const HEARD_EVERY_MS = 10_000;
const HEARING_MS = 1_000;
const CHANNEL = 'lepta_heard';
const NO_ROOM: ReadonlySet<unknown> = new Set(['53100', '58030']);

/** Whether this process can do its work: it is not stopping, its database answers, has every table that this code needs and room to write, and what others say is heard here. */
@Injectable()
export class Readiness {
  private stopping = false;
  private roomAt = -Infinity;
  private heardAt = -Infinity;
  private ear: Promise<unknown> | null = null;
  private word = '';
  private hears: () => void = () => undefined;
  private asking: Promise<NotReady | null> | null = null;

  constructor(
    @Inject(getDataSourceToken()) private readonly source: DataSource,
    private readonly listener: Listener,
  ) {}

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
      return (await this.isHeard()) ? null : 'listen';
    } catch (err) {
      if (NO_ROOM.has((err as { code?: unknown }).code)) return 'disk';
      return isMissingTable(err) ? 'migrations' : 'database';
    }
  }

  /** Says a word on one connection and hears it on the one that listens: not where that is dead, nor where a pooler gave it to another client. */
  private async isHeard(): Promise<boolean> {
    if (performance.now() - this.heardAt < HEARD_EVERY_MS) return true;
    this.heardAt = -Infinity;
    await (this.ear ??= this.listener
      .on(CHANNEL, { heard: (word) => word === this.word && this.hears() })
      .catch((err: unknown) => {
        this.ear = null;
        throw err;
      }));
    this.word = newId();
    const heard = new Promise<true>((resolve) => (this.hears = () => resolve(true)));
    await this.source.query('SELECT pg_notify($1, $2)', [CHANNEL, this.word]);
    const answer = await Promise.race([heard, sleep(HEARING_MS, false)]);
    if (answer) this.heardAt = performance.now();
    return answer;
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
