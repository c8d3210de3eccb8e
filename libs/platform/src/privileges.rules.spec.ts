import { beyond, PRIVILEGES } from './privileges.rules.js';

test.each([
  [
    'what the table allows',
    [
      { table: 'mails', privilege: 'DELETE', whole: true },
      { table: 'transfers', privilege: 'INSERT', whole: true },
    ],
    [],
  ],
  [
    'more than that',
    [
      { table: 'transfers', privilege: 'UPDATE', whole: true },
      { table: 'audit_log', privilege: 'TRUNCATE', whole: true },
    ],
    ['UPDATE on transfers', 'TRUNCATE on audit_log'],
  ],
  [
    'a whole row where one column is allowed',
    [
      { table: 'consents', privilege: 'UPDATE', whole: true },
      { table: 'audit_log', privilege: 'INSERT', whole: true },
    ],
    ['UPDATE on consents', 'INSERT on audit_log'],
  ],
  ['one column of a table of which one may be written', [{ table: 'consents', privilege: 'UPDATE', whole: false }], []],
  [
    'one column of a table of which none may be',
    [{ table: 'transfers', privilege: 'UPDATE', whole: false }],
    ['UPDATE on transfers'],
  ],
  [
    'anything on a table that is not there',
    [{ table: 'new_one', privilege: 'SELECT', whole: true }],
    ['SELECT on new_one'],
  ],
])('%s', (_name, held, found) => {
  expect(beyond(held)).toEqual(found);
});

test('of a decision nothing changes but its words, out of which an erasure takes a person', () => {
  expect(PRIVILEGES.decisions).toEqual(['SELECT', 'INSERT', 'UPDATE (note, reason)']);
});

test.each(['transfers', 'required_changes', 'seals', 'day_digests', 'statement_codes', 'weight_versions', 'audit_log'])(
  '%s is written once: nobody who runs may change, empty or delete it',
  (table) => {
    expect(PRIVILEGES[table]?.filter((privilege) => !/^(SELECT|INSERT)\b/.test(privilege))).toEqual([]);
  },
);

test('nothing may be emptied at once, referred to or given triggers, and columns stand in the order in which they are compared', () => {
  for (const [table, privileges] of Object.entries(PRIVILEGES)) {
    for (const privilege of privileges) {
      expect(`${table}: ${privilege}`).toMatch(/: (SELECT|INSERT|UPDATE|DELETE|USAGE)( \([a-z_, ]+\))?$/);
      const columns = /\((.*)\)/.exec(privilege)?.[1]?.split(', ') ?? [];
      expect(columns).toEqual([...columns].sort());
    }
  }
});
