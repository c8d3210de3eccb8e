/**
 * The one lib that owns each table: it alone writes there, so that a column is changed by looking in one lib. The others call what its door exports, or read what
 * `references.ts` declares. `PRIVILEGES` has the same tables.
 */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  platform: ['audit_log', 'due_row_failures', 'fact_jobs', 'fact_positions', 'facts', 'idempotency_keys', 'mails', 'migrations', 'notifications', 'settings'],
  identity: [
    'api_keys', 'consents', 'email_changes', 'email_confirmations', 'grants', 'known_devices', 'parties', 'passkey_challenges', 'passkeys', 'password_reset_requests', 'password_resets',
    'people', 'published_texts', 'recovery_codes', 'registrations', 'sessions', 'sign_in_alarms', 'sign_in_limits', 'totp_secrets',
  ],
  catalogue: ['beneficiary_groups', 'catalogue_edits', 'catalogue_versions', 'catalogue_words', 'categories', 'goods', 'places', 'region_files', 'skills', 'spheres', 'units'],
  ledger: ['accounts', 'day_digests', 'required_changes', 'seals', 'statement_codes', 'transfers', 'unsealed'],
  photos: ['photos'],
  donors: ['donors'],
  organizations: ['account_changes', 'organization_documents', 'organization_invitations', 'organization_vouches', 'organizations', 'paper_checks', 'paper_codes'],
  needs: ['need_edits', 'need_numbers', 'need_renewal_links', 'needs'],
  offers: ['offers', 'standing_offer_dates', 'standing_offers', 'walk_ins'],
  matching: ['contact_looks', 'hand_overs', 'match_contacts', 'matches', 'offer_proposal_backlog', 'proposal_backlog', 'waiting_needs', 'waiting_offers'],
  reports: ['need_reports'],
  messages: ['match_message_reads', 'match_message_reports', 'match_messages'],
  payments: ['bank_rows', 'bank_statements', 'gifts', 'surpluses'],
  volunteering: ['calendar_feeds', 'guardian_consents', 'hours_certificates', 'shift_asks', 'shift_series', 'shifts', 'sign_ups'],
  moderation: ['complaints', 'decisions', 'reviews'],
  clearing: ['clearing_inputs', 'clearing_kinds', 'clearing_lines', 'clearing_parts', 'clearing_passed_over', 'clearing_unmet', 'clearing_written', 'clearings', 'weight_versions'],
  notifications: ['notification_choices', 'told_proposals'],
};
