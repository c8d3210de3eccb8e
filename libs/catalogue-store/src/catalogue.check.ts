import type { Check } from '#kernel';

export const catalogueChecks: Check[] = [
  {
    sentence: 'A unit that is its own base counts one to one.',
    sql: 'SELECT code FROM units WHERE base = code AND base_per_unit <> 1',
  },
  {
    sentence: 'Every unit that a category or an item names is in the catalogue.',
    sql: `SELECT c.code, u FROM (SELECT code, goods_units || time_units AS named FROM categories UNION ALL SELECT code, other_units FROM goods) c, unnest(c.named) u
          WHERE NOT EXISTS (SELECT 1 FROM units WHERE units.code = u)`,
  },
  {
    sentence: 'A category that can be chosen lies in a sphere that can be chosen.',
    sql: 'SELECT c.code FROM categories c JOIN spheres s ON s.code = c.sphere WHERE c.retired_at IS NULL AND s.retired_at IS NOT NULL',
  },
  {
    sentence: 'An item that can be chosen is at home in a category that takes goods.',
    sql: `SELECT g.code FROM goods g JOIN categories c ON c.code = g.category WHERE g.retired_at IS NULL AND (c.retired_at IS NOT NULL OR NOT 'goods' = ANY(c.kinds))`,
  },
  {
    sentence: 'A municipality lies in a region; a region in none or in another region.',
    sql: `SELECT p.code FROM places p LEFT JOIN places q ON q.code = p.parent WHERE (p.kind = 'municipality' AND q.kind IS DISTINCT FROM 'region') OR (p.kind = 'region' AND q.kind IS NOT NULL AND q.kind <> 'region')`,
  },
  {
    sentence: 'No place is its own successor, and only a retired place has one.',
    sql: 'SELECT code FROM places WHERE successor IS NOT NULL AND (successor = code OR retired_at IS NULL)',
  },
];
