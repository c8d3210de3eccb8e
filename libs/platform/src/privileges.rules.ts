/** What the role of the running processes may do with one table, as GRANT says it; columns after a space, in brackets. */
export type Privileges = readonly string[];

const READ = ['SELECT'] as const;
/** Written once and then kept for ever. */
const APPEND = ['SELECT', 'INSERT'] as const;
/** Never goes away as long as the installation stands. */
const KEEP = ['SELECT', 'INSERT', 'UPDATE'] as const;
/** Of passage, or about a person who may be forgotten. */
const ALL = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;

/**
 * Every table and what the running processes may do with it; nothing else, and nothing at all with a table that is not here. Rows may be locked where at least
 * one column may be updated. What follows by a foreign key or in a function of the owner's needs no privilege.
 */
export const PRIVILEGES: Readonly<Record<string, Privileges>> = {
  // The books: written once. A balance is changed by the function that applies a transfer; `purpose` never changes (ledger_guard_accounts) and stands for the lock.
  transfers: APPEND,
  required_changes: APPEND,
  accounts: [...APPEND, 'UPDATE (purpose)'],
  seals: APPEND,
  day_digests: APPEND,
  unsealed: ['SELECT', 'DELETE'],
  statement_codes: APPEND,
  credential_keys: APPEND,
  hours_certificates: APPEND,
  hand_over_entries: APPEND,
  delivery_losses: APPEND,
  transfer_papers: APPEND,
  gift_papers: APPEND,

  // What was decided, agreed to and planned. When an entry of the audit log was written is said by the database.
  audit_log: ['SELECT', 'INSERT (action, data, id, person_id, reason, subject_id, subject_type)'],
  decisions: [...APPEND, 'UPDATE (note, reason)'], // an erasure takes a person's name out of the words
  consents: [...APPEND, 'UPDATE (withdrawn_at)'],
  published_texts: APPEND,
  organization_vouches: APPEND,
  weight_versions: APPEND,
  weight_changes: [...APPEND, 'UPDATE (decided_at, decided_by, outcome, why)'],
  clearings: [...APPEND, 'UPDATE (failure, finished_at, input_digest, plan_digest, report, status)', 'DELETE'],
  clearing_inputs: APPEND,
  clearing_lines: [...APPEND, 'UPDATE (outcome)'],
  clearing_passed_over: APPEND,
  clearing_unmet: APPEND,
  clearing_written: [...APPEND, 'UPDATE (need_ids)'],
  clearing_kinds: [...APPEND, 'DELETE'],
  clearing_parts: [...APPEND, 'UPDATE (plan)', 'DELETE'],

  // The catalogue, written by `lepta seed` and by its editor, who never changes what a code means; and which migrations there are.
  catalogue_edits: APPEND,
  catalogue_versions: APPEND,
  catalogue_words: ['SELECT', 'INSERT', 'DELETE'],
  beneficiary_groups: [...APPEND, 'UPDATE (name_en, name_ru, retired_at, successor)'],
  categories: [
    ...APPEND,
    'UPDATE (default_unit, goods_units, kinds, name_en, name_ru, retired_at, successor, time_units)',
  ],
  goods: [...APPEND, 'UPDATE (default_unit, name_en, name_ru, other_units, retired_at, successor)'],
  skills: [...APPEND, 'UPDATE (name_en, name_ru, retired_at, successor)'],
  spheres: [...APPEND, 'UPDATE (hint_ru, name_en, name_ru, retired_at, successor)'],
  units: [...APPEND, 'UPDATE (name_en, name_ru, retired_at, ru_few, ru_many, ru_one, successor, symbol_en, symbol_ru)'],
  places: READ,
  region_files: READ,
  migrations: READ,

  parties: APPEND,
  people: KEEP,
  donors: KEEP,
  grants: [...APPEND, 'UPDATE (reason, revoke_reason, revoked_at, revoked_by)'],
  erasure_requests: [
    ...APPEND,
    'UPDATE (decided_at, decided_by, due_on, extended_at, person_id, reason, said, status)',
  ],
  organizations: KEEP,
  account_changes: KEEP,
  needs: KEEP,
  need_edits: KEEP,
  need_reports: KEEP,
  offers: KEEP,
  standing_offers: KEEP,
  walk_ins: KEEP,
  standing_offer_dates: KEEP,
  matches: KEEP,
  gifts: KEEP,
  gift_orders: APPEND,
  card_accounts: KEEP,
  card_payments: KEEP,
  saved_cards: KEEP,
  card_entries: [...APPEND, 'UPDATE (booked)'],
  card_events: ALL,
  card_reconciliations: KEEP,
  bank_statements: [...APPEND, 'UPDATE (cancelled_at, cancelled_by, file_name, state)'],
  bank_rows: KEEP,
  bank_row_parts: KEEP,
  bank_columns: KEEP,
  pledges: KEEP,
  pledge_transfers: APPEND,
  surpluses: KEEP,
  intake_points: KEEP,
  stock_arrivals: KEEP,
  stock_count_rows: APPEND,
  stock_counts: APPEND,
  stock_kits: KEEP,
  stock_lots: APPEND,
  stock_moves: KEEP,
  shift_series: KEEP,
  shifts: KEEP,
  sign_ups: KEEP,
  reviews: KEEP,
  review_looks: APPEND,
  appeals: KEEP,
  trips: KEEP,
  trip_hours: ALL, // proposals that nobody answered go
  delivery_legs: KEEP,
  shared_resources: KEEP,
  bookings: KEEP,

  facts: [...APPEND, 'UPDATE (position)', 'DELETE'],
  fact_jobs: KEEP,
  fact_positions: ['SELECT', 'UPDATE (last)'],
  vain_searches: ALL,
  review_holds: ALL,
  review_words: ALL,
  api_keys: ALL,
  contact_looks: ALL,
  calendar_feeds: ALL,
  due_row_failures: ALL,
  email_changes: ALL,
  email_confirmations: ALL,
  hand_over_codes: ALL,
  delivery_addresses: ALL,
  stated_values: ALL,
  follows: ALL,
  guardian_consents: ALL,
  hand_overs: ALL,
  idempotency_keys: ALL,
  known_devices: ALL,
  mails: ALL,
  match_contacts: ALL,
  match_message_reads: ALL,
  complaints: ALL,
  match_message_reports: ALL,
  match_messages: ALL,
  need_renewal_links: ALL,
  notification_choices: ALL,
  notifications: ALL,
  offer_proposal_backlog: ALL,
  organization_documents: ALL,
  organization_invitations: ALL,
  paper_checks: ALL,
  paper_codes: ALL,
  passkey_challenges: ALL,
  passkeys: ALL,
  password_resets: ALL,
  photos: ALL,
  proposal_backlog: ALL,
  password_reset_requests: ALL,
  recovery_codes: ALL,
  registrations: ALL,
  sessions: ALL,
  settings: ALL,
  shift_asks: ALL,
  shift_wishes: ALL,
  sign_in_alarms: ALL,
  sign_in_limits: ALL,
  told_proposals: ALL,
  totp_secrets: ALL,
  visitor_offers: ALL,
  waiting_needs: ALL,
  waiting_offers: ALL,

  // Sequences: a backup reads where each stands, and the numbers of needs are drawn from one.
  need_numbers: ['SELECT', 'USAGE'],
  appeals_number_seq: READ,
  catalogue_edits_number_seq: READ,
  clearings_number_seq: READ,
  complaints_number_seq: READ,
  erasure_requests_number_seq: READ,
  migrations_id_seq: READ,
  unsealed_written_seq: READ,
};

/** Functions of the owner's that the running processes may call. */
export const CALLABLE: readonly string[] = ['analyze_tables(text[])'];

/** A privilege on a table as a whole, or on one of its columns at least. */
export interface Held {
  readonly table: string;
  readonly privilege: string;
  readonly whole: boolean;
}

/** What of `held` goes beyond the list. */
export function beyond(held: readonly Held[]): string[] {
  return held
    .filter(
      ({ table, privilege, whole }) =>
        !(PRIVILEGES[table] ?? []).some(
          (allowed) => allowed === privilege || (!whole && allowed.startsWith(`${privilege} (`)),
        ),
    )
    .map(({ table, privilege }) => `${privilege} on ${table}`);
}
