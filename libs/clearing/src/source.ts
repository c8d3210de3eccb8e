import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#platform';

/** Connections of its own for a process or thread, for as long as its work takes. */
export async function withSource<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await new DataSource(
    dataSourceOptions({ url, max: 3, applicationName: 'lepta-clearing' }),
  ).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
