import type { Check } from '#kernel';

export const deliveriesChecks: Check[] = [
  {
    sentence: 'A match has at most one delivery that has not ended, and only an agreed one of things has any.',
    sql: `SELECT l.match_id AS id FROM delivery_legs l JOIN matches m ON m.id = l.match_id JOIN needs n ON n.id = m.need_id WHERE n.kind <> 'goods' OR m.accepted_at IS NULL`,
  },
  {
    sentence: 'No car carries more than it holds.',
    sql: 'SELECT id FROM trips WHERE peak_grams > capacity_grams OR peak_litres > capacity_litres',
  },
  {
    sentence: 'Each delivery that a driver has is loaded once and leaves the car once on their trip.',
    sql: `SELECT l.id FROM delivery_legs l JOIN trips t ON t.id = l.trip_id WHERE l.status IN ('taken', 'picked_up', 'returning')
          AND (SELECT count(*) FROM jsonb_array_elements(t.acts) a WHERE a->>'leg' = l.id::text) <> 2`,
  },
  {
    sentence: 'Things in a car are neither given nor received yet: their part is still held.',
    sql: `SELECT l.id FROM delivery_legs l JOIN matches m ON m.id = l.match_id WHERE l.status IN ('picked_up', 'returning') AND m.status IN ('proposed', 'held', 'accepted')`,
  },
  {
    sentence: 'Whatever a driver told as lost on the way is an entry of the books.',
    sql: `SELECT l.match_id AS id FROM delivery_legs l LEFT JOIN delivery_losses d ON d.leg_id = l.id GROUP BY l.match_id HAVING count(d.id) >
          (SELECT count(*) FROM transfers t JOIN accounts a ON a.id = t.credit AND a.kind = 'losses' AND a.holder_type = 'party' WHERE t.subject_id = l.match_id AND t.subject_type = 'match' AND t.kind = 'loss')`,
  },
];
