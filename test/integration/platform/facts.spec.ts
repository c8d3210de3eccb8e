import { migrate, record, handled } from '#platform';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#platform';

test('migrations run on an empty database, twice', async () => {
  const base = process.env.LEPTA_TEST_PG as string;
  const c = new pg.Client({ connectionString: base + '/postgres' });
  await c.connect();
  await c.query('CREATE DATABASE m1');
  expect(await migrate(base + '/m1')).toHaveLength(8);
  expect(await migrate(base + '/m1')).toHaveLength(0);
  const source = await new DataSource(dataSourceOptions({ url: base + '/m1', max: 2 })).initialize();
  await source.transaction((tx) => record(tx, 'need.opened', { needId: 'x' }));
  const [fact] = await source.query('SELECT * FROM facts');
  expect(await source.transaction((tx) => handled(tx, fact.id, 'a'))).toBe(true);
  expect(await source.transaction((tx) => handled(tx, fact.id, 'a'))).toBe(false);
  await source.destroy();
  await c.end();
});
