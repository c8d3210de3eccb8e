import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadCatalogue } from '#catalogue-store';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalogue } from '#catalogue';
import { catalogueNames } from '#catalogue-store';
import { donorEntities } from '#donors';
import { FileImport, generate, type ImportFiles, type ImportReport } from '#exchange';
import { Meanings } from '#tables';
import { identityEntities } from '#identity';
import { Clock } from '#kernel';
import { Ledger, ledgerEntities } from '#ledger';
import { needEntities } from '#needs';
import { offerEntities } from '#offers';
import { organizationEntities } from '#organizations';
import { testDatabase, type TestDatabase } from '../../support/database.js';

/** A database, a folder for files, and the import between them. */
export interface ImportDesk {
  readonly db: TestDatabase;
  readonly catalogue: Catalogue;
  /** Writes a file and answers its path. */
  file(name: string, text: string | Buffer): string;
  readonly meanings: Meanings;
  generated(rows: number, seed: number): Promise<{ offers: string; needs: string }>;
  run(files: Partial<ImportFiles>): Promise<ImportReport>;
  close(): Promise<void>;
}

export async function openImportDesk(): Promise<ImportDesk> {
  const db = await testDatabase([
    ...identityEntities,
    ...donorEntities,
    ...organizationEntities,
    ...needEntities,
    ...offerEntities,
    ...ledgerEntities,
  ]);
  const catalogue = await loadCatalogue(db.source);
  const meanings = new Meanings(await catalogueNames(db.source, catalogue));
  const folder = mkdtempSync(join(tmpdir(), 'lepta-import-'));
  return {
    db,
    catalogue,
    meanings,
    file(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    generated: (rows, seed) =>
      generate(catalogue, {
        offers: rows,
        needs: rows,
        seed,
        out: join(folder, `g${seed}-${rows}`),
        skewed: false,
        now: new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000),
      }),
    run: (files) =>
      new FileImport(db.source, new Clock(), catalogue, new Ledger(db.source), {
        PUBLIC_URL: 'https://lepta.example',
        SESSION_SECRET: 'test '.repeat(8),
      }).run({ offers: null, needs: null, ...files }),
    async close() {
      await db.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
