import { startApi, type TestApi } from './api.js';
import { testDatabase } from './database.js';
import { Region } from './region.js';

/** An empty database, the api over it and a region in it. What was begun is taken away again where the rest does not start. */
export async function openRegion() {
  const db = await testDatabase();
  let api: TestApi | undefined;
  const close = async (): Promise<void> => {
    await api?.close();
    await db.drop();
  };
  try {
    api = await startApi(db);
    return { db, api, region: await Region.of(api, db.source), close };
  } catch (error) {
    await close();
    throw error;
  }
}

export type OpenRegion = Awaited<ReturnType<typeof openRegion>>;
