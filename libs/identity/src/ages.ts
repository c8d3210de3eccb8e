import type { Age } from '#platform';

/** How long identity keeps its rows of passage. Never forgotten: people's consents. */
export const IDENTITY_AGES: readonly Age[] = [
  { table: 'registrations', key: 'id', days: 3, gone: 'created_at < $1' },
  { table: 'password_reset_requests', key: 'id', days: 1, gone: 'created_at < $1' },
  { table: 'email_confirmations', key: 'token_hash', days: 30, gone: 'expires_at < $1' },
  { table: 'password_resets', key: 'token_hash', days: 1, gone: 'expires_at < $1' },
  { table: 'email_changes', key: 'id', days: 30, gone: 'created_at < $1' },
  { table: 'passkey_challenges', key: 'id', days: 0, gone: 'expires_at < $1' },
  { table: 'known_devices', key: 'person_id, device_hash', days: 400, gone: 'last_seen_at < $1' },
  { table: 'sign_in_alarms', key: 'id', days: 2, gone: 'at < $1' },
  { table: 'sessions', key: 'sid', days: 0, gone: 'expire < $1' },
];
