import { seedDemo } from '#demo';
import { DataSource, EntityManager } from 'typeorm';
import { testDatabase } from '../../support/database.js';
import pg from 'pg';
test('prof', async () => {
  const db = await testDatabase([]);
  const orig = pg.Client.prototype.query as any;
  const times = new Map<string, [number, number]>();
  (pg.Client.prototype as any).query = function (this: any, q: any, p: any, cb: any) {
    const sql = typeof q === 'string' ? q : q?.text;
    const t = process.hrtime.bigint();
    const done = () => { const k = String(sql).replace(/\s+/g, ' ').slice(0, 110); const e = times.get(k) ?? [0, 0]; e[0] += Number(process.hrtime.bigint() - t) / 1e6; e[1]++; times.set(k, e); };
    if (typeof cb === 'function') return orig.call(this, q, p, (...a: any[]) => { done(); cb(...a); });
    if (typeof p === 'function') return orig.call(this, q, (...a: any[]) => { done(); p(...a); });
    const r = orig.call(this, q, p); r?.then?.(done, done); return r;
  };
  await seedDemo({ databaseUrl: db.url, dir: '/tmp/lepta-demo-prof', log: (l) => console.log(l) });
  (pg.Client.prototype as any).query = orig;
  const all = [...times].sort((a, b) => b[1][0] - a[1][0]);
  console.log(all.reduce((s, x) => s + x[1][0], 0), all.reduce((s, x) => s + x[1][1], 0), '\n' + all.slice(0, 40).map((x) => `${x[1][0].toFixed(0)} ms ${x[1][1]}x ${x[0]}`).join('\n'));
  await db.drop();
}, 120000);
void DataSource; void EntityManager;
