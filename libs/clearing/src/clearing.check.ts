import type { Check } from '#kernel';
import { IS_WRITTEN } from './clearings.queries.js';

export const clearingChecks: Check[] = [
  {
    sentence: 'A clearing that runs, and no other, has its kinds for itself.',
    sql: `SELECT c.id FROM clearings c LEFT JOIN clearing_kinds k ON k.clearing_id = c.id GROUP BY c.id
      HAVING (c.status = 'running' AND count(k.kind) <> cardinality(c.kinds)) OR (c.status <> 'running' AND count(k.kind) > 0)`,
  },
  {
    sentence:
      'Every line of a clearing that has ended was proposed or is said to be overtaken; a dry run proposes nothing.',
    sql: `SELECT l.clearing_id, l.line FROM clearing_lines l JOIN clearings c ON c.id = l.clearing_id WHERE (c.status = 'done' AND NOT c.dry_run AND (${IS_WRITTEN}) IS NOT TRUE) OR (c.dry_run AND (l.outcome IS NOT NULL OR ${IS_WRITTEN}))`,
  },
  {
    sentence: 'Every line belongs to a clearing.',
    sql: 'SELECT l.clearing_id, l.line FROM clearing_lines l WHERE NOT EXISTS (SELECT 1 FROM clearings c WHERE c.id = l.clearing_id)',
  },
  {
    sentence: 'The score of a line is the sum of its parts.',
    sql: `SELECT l.clearing_id, l.line FROM clearing_lines l WHERE l.score <> (SELECT floor(coalesce(sum((p->>'value')::numeric * (p->>'weight')::numeric), 0) / 1000000) FROM jsonb_array_elements(l.parts) p)`,
  },
  {
    sentence: 'The objective of a clearing is what its lines add up to.',
    sql: `SELECT c.id, u->>'kind', u->>'unit' FROM clearings c, jsonb_array_elements(c.report->'byUnit') u
      WHERE c.status = 'done' AND (u->>'objective')::numeric <> (SELECT coalesce(sum(l.amount::numeric * l.score), 0) FROM clearing_lines l WHERE l.clearing_id = c.id AND l.kind = u->>'kind' AND l.unit = u->>'unit')`,
  },
  {
    sentence: 'No clearing plans more of an offer than was left of it.',
    sql: `SELECT p.clearing_id, p.offer_id FROM (SELECT clearing_id, offer_id, sum(amount) AS planned FROM clearing_lines GROUP BY clearing_id, offer_id) p
      JOIN accounts a ON a.kind = 'offer' AND a.holder_id = p.offer_id WHERE p.planned > a.posted_in`,
  },
];
