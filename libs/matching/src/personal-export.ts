import { exportPageSql, type ExportSection } from '#platform';

/** What matching keeps of who gives, and of those who shared contacts or looked at them. */
export const MATCHING_EXPORT: readonly ExportSection[] = [
  {
    name: 'matches',
    ofWalkIn: true,
    sql: exportPageSql(
      'm.id, m.offer_id AS offer, m.need_id AS need, m.status, m.amount, m.unit, m.reason, m.dispute_answer AS "disputeAnswer", m.decided, m.proposed_at AS "proposedAt", m.held_at AS "heldAt", m.accepted_at AS "acceptedAt", m.delivered_at AS "deliveredAt", m.confirmed_at AS "confirmedAt", m.ended_at AS "endedAt", v.amount AS "statedValue", v.paper AS "statedPaper"',
      'offers o JOIN matches m ON m.offer_id = o.id LEFT JOIN stated_values v ON v.match_id = m.id',
      'o.donor_id = $1',
      'm.proposed_at',
      'm.id',
    ),
  },
  {
    name: 'contactsShared',
    ofWalkIn: true,
    sql: exportPageSql(
      'match_id AS match, side, name, phone, email, note, given_at AS "givenAt"',
      'match_contacts',
      'given_by = $1',
      'given_at',
      'match_id',
    ),
  },
  {
    name: 'contactLooks',
    ofWalkIn: true,
    sql: exportPageSql(
      'match_id AS match, reader_side AS "readerSide", at',
      'contact_looks',
      'owner_id = $1',
      'at',
      'id',
    ),
  },
  { name: 'contactsRead', sql: exportPageSql('match_id AS match, at', 'contact_looks', 'reader_id = $1', 'at', 'id') },
  {
    name: 'handOversProposed',
    sql: exportPageSql(
      'match_id AS match, starts_at AS "from", ends_at AS until, place, note, proposed_at AS "proposedAt", agreed_at AS "agreedAt"',
      'hand_overs',
      'proposer_id = $1',
      'proposed_at',
      'match_id',
    ),
  },
];
