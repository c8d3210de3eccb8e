import type { Age } from '#platform';

const TALK_IS_OVER = (table: string): string =>
  `EXISTS (SELECT 1 FROM matches m WHERE m.id = ${table}.match_id AND m.ended_at < $1) AND NOT EXISTS (SELECT 1 FROM match_message_reports c WHERE c.match_id = ${table}.match_id AND c.settled_at IS NULL)`;

/** How long messages keeps its rows of passage. Messages of a match, unless a moderator is to look at them. Reports go with their messages; photos too, whose files are then nobody's. */
export const MESSAGES_AGES: readonly Age[] = [
  { table: 'match_messages', key: 'id', days: 30, gone: TALK_IS_OVER('match_messages') },
  { table: 'match_message_reads', key: 'match_id, person_id', days: 30, gone: TALK_IS_OVER('match_message_reads') },
];
