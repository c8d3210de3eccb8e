import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan } from 'typeorm';
import { Clock } from '#kernel';
import { Files } from '#platform';
import { DocumentEntity } from './document.entity.js';
import { DOCUMENT_LIMITS } from './document.rules.js';

const BATCH = 500;

/** Ends documents that nobody will open any more, forgets refused ones, and removes files that belong to nothing: all by age. */
@Injectable()
export class CleanDocuments {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  async tick(): Promise<void> {
    const now = this.clock.now();
    const before = (ms: number): Date => new Date(now.getTime() - ms);
    const db = this.source.manager;
    await db.update(
      DocumentEntity,
      { status: 'waiting', createdAt: LessThan(before(DOCUMENT_LIMITS.waitsForMs)) },
      { status: 'refused', reason: 'broken', processedAt: now },
    );
    await db.delete(DocumentEntity, {
      status: 'refused',
      processedAt: LessThan(before(DOCUMENT_LIMITS.refusedKeptMs)),
    });
    for (const prefix of ['documents-new/', 'documents/'])
      await this.removeOrphans(prefix, before(DOCUMENT_LIMITS.orphanAfterMs));
  }

  private async removeOrphans(prefix: string, before: Date): Promise<void> {
    const old = (await this.files.list(prefix)).filter((file) => file.at < before).map((file) => file.key);
    for (let from = 0; from < old.length; from += BATCH) {
      const keys = old.slice(from, from + BATCH);
      const kept = new Set(
        (await this.source.manager.findBy(DocumentEntity, { storedKey: In(keys) })).map(
          (document) => document.storedKey,
        ),
      );
      // What was sent is opened within seconds and ends within hours; a day later nobody waits for it.
      for (const key of keys) if (!kept.has(key)) await this.files.remove(key);
    }
  }
}
