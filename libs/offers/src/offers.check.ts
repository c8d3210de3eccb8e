import type { Check } from '#kernel';

export const offerChecks: Check[] = [
  {
    sentence: 'Every offer has one account in the ledger, in its own base unit.',
    sql: `SELECT o.id FROM offers o LEFT JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id
          GROUP BY o.id HAVING count(a.id) <> 1 OR bool_or(a.unit <> o.base_unit)`,
  },
  {
    sentence: 'The status of a live offer says how much of it is used.',
    sql: `SELECT o.id FROM offers o JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id
          WHERE (o.status = 'open' AND a.posted_out > 0)
             OR (o.status = 'partly_used' AND a.posted_out = 0)
             OR (o.status IN ('open', 'partly_used') AND a.posted_in - a.posted_back - a.posted_out = 0)
             OR (o.status = 'used_up' AND a.posted_in - a.posted_back - a.posted_out > 0)`,
  },
  {
    sentence: 'An offer that was taken back or ran out has nothing left on the table.',
    sql: `SELECT o.id FROM offers o JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id
          WHERE o.status IN ('withdrawn', 'expired', 'returned') AND a.posted_in - a.posted_back - a.posted_out - a.held_out > 0`,
  },
  {
    sentence: 'An offer that waits is in no proposal and holds nothing.',
    sql: `SELECT o.id FROM offers o JOIN matches m ON m.offer_id = o.id WHERE o.status IN ('unconfirmed', 'in_review')
          UNION ALL SELECT o.id FROM offers o JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id WHERE o.status IN ('unconfirmed', 'in_review') AND (a.held_out > 0 OR a.posted_out > 0)`,
  },
  {
    sentence: 'An offer that a standing one brought stands at one of its dates, and in the name of the same donor.',
    sql: `SELECT o.id FROM offers o JOIN standing_offers s ON s.id = o.standing_offer_id
          LEFT JOIN standing_offer_dates d ON d.offer_id = o.id AND d.standing_offer_id = o.standing_offer_id
          WHERE d.day IS NULL OR o.donor_id <> s.donor_id
          UNION ALL SELECT o.id FROM standing_offer_dates d JOIN offers o ON o.id = d.offer_id WHERE o.standing_offer_id IS DISTINCT FROM d.standing_offer_id`,
  },
  {
    sentence:
      'What stands in the hand of an organization that does not give itself is of a person who came by to it, and was entered by staff.',
    sql: `SELECT o.id FROM offers o LEFT JOIN walk_ins w ON w.id = o.donor_id WHERE o.on_behalf_of <> o.donor_id AND (w.organization_id IS DISTINCT FROM o.on_behalf_of OR o.via <> 'staff')`,
  },
  {
    sentence: 'Of a person who came by and was erased neither name nor contact is kept, and nothing is open.',
    sql: `SELECT w.id FROM walk_ins w JOIN donors d ON d.id = w.id WHERE w.erased_at IS NOT NULL AND (d.display_name <> '—' OR d.contact IS NOT NULL OR NOT d.anonymous)
          UNION ALL SELECT o.id FROM walk_ins w JOIN offers o ON o.donor_id = w.id WHERE w.erased_at IS NOT NULL AND o.status IN ('open', 'partly_used', 'unconfirmed', 'in_review')`,
  },
  {
    sentence: 'No date of a standing offer comes again after it has had its turn.',
    sql: `SELECT s.id FROM standing_offers s WHERE s.next_on <= (SELECT max(d.day) FROM standing_offer_dates d WHERE d.standing_offer_id = s.id)`,
  },
];
