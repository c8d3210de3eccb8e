import type { Age } from '#platform';

/** What two sides shared to meet: so long after the end of their match, and at once where only one of them had said yes. */
const ENDED =
  'EXISTS (SELECT 1 FROM matches m WHERE m.id = match_id AND (m.ended_at < $1 OR (m.ended_at IS NOT NULL AND m.accepted_at IS NULL)))';

/** How long matching keeps its rows of passage. Never forgotten: matches. */
export const MATCHING_AGES: readonly Age[] = [
  { table: 'match_contacts', key: 'match_id, side', days: 30, gone: ENDED },
  { table: 'hand_over_codes', key: 'match_id', days: 30, gone: ENDED },
  { table: 'hand_overs', key: 'match_id', days: 30, gone: ENDED },
  { table: 'contact_looks', key: 'id', days: 365, gone: 'at < $1' },
];
