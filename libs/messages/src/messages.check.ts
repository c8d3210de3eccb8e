import type { Check } from '#kernel';

export const messageChecks: Check[] = [
  {
    sentence: 'Messages are written only where both sides have said yes.',
    sql: 'SELECT m.id FROM match_messages m JOIN matches a ON a.id = m.match_id WHERE a.accepted_at IS NULL',
  },
  {
    sentence: 'A message that was taken away has no words and no photo.',
    sql: `SELECT m.id FROM match_messages m WHERE m.removed_at IS NOT NULL AND m.text <> ''`,
  },
];
