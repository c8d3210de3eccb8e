import { existsSync } from 'node:fs';
import { allowedIn } from './allowed.rules.js';
import { COLUMNS } from './columns.js';

const columns = [...new Set(Object.values(COLUMNS).flatMap(({ all }) => all))];

test('what may stand in a column is said in both languages, and every file that is named is there', () => {
  const said = columns.flatMap((column) => allowedIn(column) ?? []);
  expect(said.length).toBeGreaterThan(15);
  for (const { ru, en } of said) {
    for (const text of [ru, en])
      for (const [file] of text.matchAll(/libs\/[\w./-]+/g)) expect([file, existsSync(file)]).toEqual([file, true]);
    expect(en).not.toMatch(/[а-яё]/i);
  }
});

test('a column whose cells are codes, days or numbers says what they may be', () => {
  for (const column of columns.filter((name) =>
    /^(kind|category|item|unit|place|skills|from|until|deadline|best_before|quantity|min_lot|min_quantity|urgency|remote|cold_chain|size|season|condition|not_now)$/.test(
      name,
    ),
  ))
    expect(allowedIn(column)).not.toBeNull();
});

test.each(['title', 'nothing', 'constructor', ''])('of %p nothing is said', (column) => {
  expect(allowedIn(column)).toBeNull();
});
