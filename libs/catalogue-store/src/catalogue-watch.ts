import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { loadCatalogue } from './load.queries.js';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Listener, log } from '#platform';
import { Catalogue } from '#catalogue';
import { CATALOGUE_CHANNEL } from './versions.queries.js';

/** A safety net only: NOTIFY tells at once. */
const LOOK_EVERY_MS = 15_000;

/** Keeps the catalogue of a running process what the database has: an editor or a seed changed it. */
@Injectable()
export class CatalogueWatch implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;

  constructor(
    @Inject(getDataSourceToken()) private readonly source: DataSource,
    private readonly listener: Listener,
    private readonly catalogue: Catalogue,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.listener.on(CATALOGUE_CHANNEL, { heard: () => this.lookSoon(), missed: () => this.lookSoon() });
    this.timer = setInterval(() => this.lookSoon(), LOOK_EVERY_MS);
    this.timer.unref();
    await this.look(); // it may have changed between its reading and the first word that is heard
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Reads it again where the database has another version; resolves when this process has the newest. */
  async look(): Promise<void> {
    while (this.looking) await this.looking;
    this.looking = this.read().finally(() => (this.looking = null));
    await this.looking;
  }

  private async read(): Promise<void> {
    const [newest]: { digest: string }[] = await this.source.query(
      `SELECT encode(digest, 'hex') AS digest FROM catalogue_versions ORDER BY version::integer DESC LIMIT 1`,
    );
    if (newest && newest.digest !== this.catalogue.digest) this.catalogue.become(await loadCatalogue(this.source));
  }

  private lookSoon(): void {
    this.look().catch((err: unknown) => log.warn({ err }, 'the catalogue could not be read again'));
  }
}
