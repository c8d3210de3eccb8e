import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test.each(['ru', 'en'])('each area of jobs has a name on the page on health, in %s', (locale) => {
  const areas = new Set([...read('apps/worker/src/jobs.ts').matchAll(/'([a-z]+)\.[a-z-]+'/g)].map(([, area]) => area));
  const words = JSON.parse(read(`apps/web/src/locales/${locale}/administration.json`)) as {
    health: { area: Record<string, string> };
  };
  expect(areas.size).toBeGreaterThan(10);
  expect([...areas].filter((area) => !(area! in words.health.area))).toEqual([]);
});
