/**
 * What a unit writes in a table of another's, by file; each with its reason. The list only gets shorter: a new line needs a function of the owner's instead.
 */
export const FOREIGN_WRITES: readonly { readonly file: string; readonly table: string; readonly why: string }[] = [
  { file: 'libs/demo/src/need.history.ts', table: 'need_reports', why: 'letters about reports of the past count as sent' },
  { file: 'libs/demo/src/proposals.ts', table: 'matches', why: 'proposals as the engine would have made them, without its facts' },
  { file: 'libs/demo/src/region.ts', table: 'mails', why: 'mails of the past count as sent and read' },
  { file: 'libs/demo/src/region.ts', table: 'notifications', why: 'mails of the past count as sent and read' },
  { file: 'libs/demo/src/seed.ts', table: 'people', why: 'the demo people get new passwords' },
  { file: 'libs/demo/src/world.ts', table: 'audit_log', why: 'what the database itself dated gets the moment of the seeding' },
  { file: 'libs/demo/src/world.ts', table: 'mails', why: 'what the database itself dated gets the moment of the seeding' },
  { file: 'libs/demo/src/world.ts', table: 'notifications', why: 'what the database itself dated gets the moment of the seeding' },
];

/** Which tables of others a unit reads in its own SQL: a column of one of these is changed by looking there, too. */
export const FOREIGN_READS: Readonly<Record<string, readonly string[]>> = {
  'apps/api': ['api_keys', 'grants', 'organizations', 'people', 'sessions'],
  catalogue: ['people'],
  clearing: ['fact_jobs', 'facts', 'matches', 'needs', 'offers', 'organizations'],
  demo: ['matches', 'need_reports', 'needs', 'offers', 'organizations', 'reviews'],
  donors: ['people'],
  exchange: ['grants', 'matches', 'needs', 'organization_invitations', 'organizations', 'people'],
  identity: ['places'],
  installation: ['people'],
  ledger: ['parties', 'units'],
  matching: [
    'accounts', 'clearing_lines', 'donors', 'fact_positions', 'facts', 'grants', 'needs', 'offers', 'organizations', 'places', 'standing_offers',
    'weight_versions',
  ],
  messages: ['matches', 'needs', 'offers', 'photos'],
  moderation: [
    'account_changes', 'categories', 'goods', 'grants', 'match_message_reports', 'matches', 'need_edits', 'need_reports', 'needs', 'offers', 'organizations',
    'people', 'shifts', 'sign_ups', 'spheres',
  ],
  needs: ['grants', 'organizations', 'people', 'photos'],
  notifications: ['grants', 'hand_overs', 'mails', 'matches', 'needs', 'notifications', 'offers', 'organizations', 'people'],
  offers: ['donors', 'grants', 'needs', 'organizations', 'people', 'photos'],
  organizations: ['grants', 'mails', 'needs', 'people', 'places'],
  payments: ['accounts', 'grants', 'matches', 'needs', 'offers', 'organizations', 'people', 'transfers'],
  platform: ['people'],
  reports: ['needs', 'organizations', 'people', 'photos'],
  volunteering: ['grants', 'needs', 'offers', 'organizations', 'people'],
};

/** Files that look over many nouns: reports, exports, checks of the books, health. What they read is theirs alone. */
export const REPORTS: Readonly<Record<string, readonly string[]>> = {
  'apps/api/src/account/export.queries.ts': [
    'api_keys', 'audit_log', 'calendar_feeds', 'complaints', 'consents', 'contact_looks', 'donors', 'email_changes', 'gifts', 'grants', 'guardian_consents', 'hand_overs', 'known_devices',
    'mails', 'match_contacts', 'match_message_reports', 'match_messages', 'matches', 'notification_choices', 'notifications', 'offers', 'paper_checks',
    'parties', 'passkeys', 'people', 'sessions', 'shift_asks', 'shifts', 'sign_ups', 'standing_offer_dates', 'standing_offers', 'totp_secrets', 'transfers', 'walk_ins',
  ],
  'apps/cli/src/backup/make.ts': ['catalogue_versions', 'migrations'],
  'libs/clearing/src/clearing.check.ts': ['accounts'],
  'libs/donors/src/donors.check.ts': ['offers'],
  'libs/installation/src/first-day.queries.ts': ['categories', 'mails', 'places'],
  'libs/installation/src/health.queries.ts': ['fact_jobs', 'facts', 'mails', 'migrations'],
  'libs/matching/src/matches-export.queries.ts': ['needs', 'offers', 'organizations', 'parties'],
  'libs/matching/src/matching.check.ts': ['clearings', 'needs', 'offers', 'weight_versions'],
  'libs/messages/src/messages.check.ts': ['matches'],
  'libs/moderation/src/audit-log.queries.ts': ['audit_log', 'people'],
  'libs/moderation/src/moderation.check.ts': ['grants', 'needs'],
  'libs/needs/src/needs-export.queries.ts': ['accounts', 'organizations'],
  'libs/needs/src/needs.check.ts': ['accounts'],
  'libs/offers/src/offers-export.queries.ts': ['accounts', 'donors', 'needs', 'organizations'],
  'libs/offers/src/offers.check.ts': ['accounts', 'donors', 'matches'],
  'libs/organizations/src/organizations.check.ts': ['grants', 'reviews'],
  'libs/payments/src/payments.check.ts': ['accounts', 'matches', 'offers', 'transfers'],
  'libs/platform/src/metrics.ts': ['transfers', 'unsealed'],
  'libs/reports/src/book.queries.ts': ['accounts', 'donors', 'matches', 'offers', 'organizations', 'people', 'standing_offers', 'transfers'],
  'libs/transparency/src/balance-sheets.queries.ts': ['accounts', 'needs', 'organizations', 'transfers'],
  'libs/transparency/src/catalogue-uses.queries.ts': ['needs', 'offers', 'standing_offers'],
  'libs/transparency/src/open-balance.queries.ts': ['accounts', 'categories', 'needs', 'places'],
  'libs/transparency/src/places-in-use.queries.ts': ['needs', 'offers', 'organizations', 'standing_offers'],
  'libs/volunteering/src/volunteering.check.ts': ['accounts', 'matches', 'offers'],
};
