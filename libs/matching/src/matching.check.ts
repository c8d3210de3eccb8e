import type { Check } from '#kernel';

export const matchingChecks: Check[] = [
  {
    sentence: 'The score of a match is the sum of its parts.',
    sql: `SELECT m.id FROM matches m WHERE m.score <> (SELECT floor(coalesce(sum((p->>'value')::numeric * (p->>'weight')::numeric), 0) / 1000000) FROM jsonb_array_elements(m.parts) p)`,
  },
  {
    sentence: 'Each part of a match has the weight of its version.',
    sql: `SELECT m.id FROM matches m JOIN weight_versions w ON w.version = m.weights_version, jsonb_array_elements(m.parts) p WHERE (w.weights->>(p->>'part'))::integer IS DISTINCT FROM (p->>'weight')::integer`,
  },
  {
    sentence: 'The weights and the clearing that a match names are there.',
    sql: 'SELECT m.id FROM matches m WHERE NOT EXISTS (SELECT 1 FROM weight_versions w WHERE w.version = m.weights_version) OR (m.clearing_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clearings c WHERE c.id = m.clearing_id))',
  },
  {
    sentence: 'The weights of a version add up to one million.',
    sql: 'SELECT version FROM weight_versions WHERE (SELECT sum(value::integer) FROM jsonb_each_text(weights)) <> 1000000',
  },
  {
    sentence: 'Both sides of a match have its kind and count its unit.',
    sql: 'SELECT m.id FROM matches m JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id WHERE o.kind <> n.kind OR o.base_unit <> m.unit OR n.base_unit <> m.unit',
  },
  {
    sentence: 'The times of a match do not run backwards.',
    sql: `SELECT id FROM matches WHERE held_at < proposed_at OR accepted_at < coalesce(held_at, proposed_at) OR delivered_at < coalesce(accepted_at, held_at, proposed_at)
          OR confirmed_at < coalesce(delivered_at, accepted_at, held_at, proposed_at) OR ended_at < coalesce(delivered_at, accepted_at, held_at, proposed_at)`,
  },
  {
    sentence: 'A match that is only proposed holds nothing and nobody has said yes to it.',
    sql: `SELECT id FROM matches WHERE status = 'proposed' AND (hold IS NOT NULL OR first_yes IS NOT NULL OR held_at IS NOT NULL OR ended_at IS NOT NULL)`,
  },
];
