import { EXPORT_SECTIONS } from '../../../apps/api/src/identity/account/personal-data.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';

/** Columns by which a row is a person's. */
const OF_A_PERSON = [
  'person_id',
  'donor_id',
  'author_id',
  'owner_id',
  'reader_id',
  'proposer_id',
  'given_by',
  'driver_id',
  'party_id',
];

/** Tables with such a column that add nothing to what is handed over, each with its reason. */
const NOT_HANDED_OVER: Readonly<Record<string, string>> = {
  decisions: 'what a moderator decided in office',
  email_confirmations: 'a link on its way, as a hash',
  hours_certificates: 'which certificates of hours were printed; the hours are in `signUps`',
  match_message_reads: 'how far a person has read',
  need_renewal_links: 'a link on its way, as a hash',
  organization_vouches: 'said for a municipality, in office',
  paper_codes: 'a code of some minutes, as a hash',
  passkey_challenges: 'a sign-in under way',
  password_resets: 'a link on its way, as a hash',
  recovery_codes: 'secrets',
  review_holds: 'which case a moderator has open, for some minutes, in office',
  review_looks: 'what a moderator looked at in office; it stands in the audit log too',
  statement_codes: 'which statements were printed; what they say is in `statement`',
  told_proposals: 'of which proposals a giver was told, for a month; the mails are there',
  totp_secrets: 'secrets; since when there is one is said of the person',
};

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.drop());

test('every table whose rows are somebody’s is handed over by its lib, or it is said why not', async () => {
  const rows = (await db.source.query(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = ANY($1) ORDER BY 1`,
    [OF_A_PERSON],
  )) as { name: string }[];
  const named = (table: string): boolean =>
    EXPORT_SECTIONS.some(({ sql }) => new RegExp(`\\b(?:FROM|JOIN) ${table}\\b`).test(sql));
  expect(rows.map(({ name }) => name).filter((name) => !named(name) && !(name in NOT_HANDED_OVER))).toEqual([]);
  expect(Object.keys(NOT_HANDED_OVER).filter((name) => named(name) || !rows.some((row) => row.name === name))).toEqual(
    [],
  );
});

test('no key of the file stands there twice', () => {
  const names = EXPORT_SECTIONS.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
