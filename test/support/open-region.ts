import { startApi } from './api.js';
import { testDatabase } from './database.js';
import { Region } from './region.js';

/** An empty database, the api over it and a region in it. */
export async function openRegion() {
  const db = await testDatabase();
  const api = await startApi(db);
  return {
    db, api, region: await Region.of(api, db.source),
    async close(): Promise<void> {
      await api.close();
      await db.drop();
    },
  };
}

export type OpenRegion = Awaited<ReturnType<typeof openRegion>>;
