import pg from 'pg';
import type { DataSource } from 'typeorm';

const pools = new WeakMap<object, pg.Pool>();

/** The `driver` of a data source: pg itself, with a pool that `poolOf` finds again. Each data source needs one of its own. */
export function driverWithPool(): object {
  const driver: object = Object.create(pg, {
    Pool: {
      value: class extends pg.Pool {
        constructor(config?: pg.PoolConfig) {
          super(config);
          pools.set(driver, this);
        }
      },
    },
  }) as object;
  return driver;
}

/** The connections of a data source that was made with `dataSourceOptions` and is initialized. */
export function poolOf(source: DataSource): pg.Pool {
  const { driver } = source.options as { readonly driver?: object };
  const pool = driver && pools.get(driver);
  if (!pool) throw new Error('This data source was not made with dataSourceOptions, or is not initialized');
  return pool;
}
