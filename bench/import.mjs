// generate and import: timed when the data was made (npm run bench -- import --fresh makes it anew).
import { fixed } from './table.mjs';

export async function run({ rows, seeded }) {
  const limit = rows === 100_000 ? 120 : null;
  return [
    {
      name: '1-import',
      title: `Import of ${rows} offers and ${rows} needs`,
      failed: limit !== null && seeded.importSeconds > limit,
      note: 'Through the rules of the API, ledger included, into the embedded PostgreSQL.',
      columns: ['step', 'seconds', 'target'],
      rows: [
        ['lepta generate', fixed(seeded.generateSeconds), 'a few'],
        ['lepta import', fixed(seeded.importSeconds), limit === null ? '' : `< ${limit}`],
      ],
    },
  ];
}
