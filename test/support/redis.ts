import { Redis } from 'ioredis';

export interface TestRedis {
  readonly url: string;
  drop(): Promise<void>;
}

const CLAIM = 'lepta-test-claim';

/** A database of its own on the test server: one in which nobody has anything. */
export async function redisDatabase(): Promise<TestRedis> {
  const base = process.env.LEPTA_TEST_REDIS;
  if (!base) throw new Error('There is no Redis for this suite: apt-get install redis-server (or valkey-server)');
  const first = Number(process.env.JEST_WORKER_ID ?? '0') * 5;
  const redis = new Redis(base);
  const [, count] = (await redis.config('GET', 'databases')) as [string, string];
  for (let tried = 0; tried < Number(count); tried += 1) {
    const number = (first + tried) % Number(count);
    await redis.select(number);
    if ((await redis.set(CLAIM, process.pid, 'EX', 3600, 'NX')) !== 'OK') continue;
    if ((await redis.dbsize()) > 1) {
      await redis.del(CLAIM); // another run's
      continue;
    }
    const url = new URL(base);
    url.pathname = `/${number}`;
    return {
      url: url.href,
      async drop() {
        await redis.flushdb();
        redis.disconnect();
      },
    };
  }
  redis.disconnect();
  throw new Error('No database of the test Redis is empty');
}
