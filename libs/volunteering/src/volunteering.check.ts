import type { Check } from '#kernel';

const PLACED = `u.status IN ('signed_up', 'checked_in', 'confirmed') OR u.offered_until IS NOT NULL`;

export const volunteeringChecks: Check[] = [
  {
    sentence: 'A shift counts exactly the places that volunteers have or are offered, and never more than there are.',
    sql: `SELECT s.id FROM shifts s WHERE s.taken > s.capacity OR s.taken <> (SELECT coalesce(sum(u.people), 0) FROM sign_ups u WHERE u.shift_id = s.id AND (${PLACED}))`,
  },
  {
    sentence: 'Nobody waits while places are free for all who come with them, in a shift that has not begun.',
    sql: `SELECT u.id FROM sign_ups u JOIN shifts s ON s.id = u.shift_id WHERE u.status = 'waiting' AND u.offered_until IS NULL AND s.status = 'planned' AND s.starts_at > now() AND s.taken + u.people <= s.capacity`,
  },
  {
    sentence: 'Places are offered in the order in which people came, to the first who fit.',
    sql: `SELECT a.id FROM sign_ups a JOIN sign_ups b ON b.shift_id = a.shift_id AND b.number < a.number WHERE a.offered_until IS NOT NULL AND b.status = 'waiting' AND b.offered_until IS NULL AND b.people <= a.people`,
  },
  {
    sentence:
      'A sign-up knows the times of its shift; of work without an hour the moment by which it is done, or at which it was.',
    sql: `SELECT u.id FROM sign_ups u JOIN shifts s ON s.id = u.shift_id WHERE u.status IN ('signed_up', 'waiting', 'checked_in', 'confirmed') AND CASE WHEN s.any_time THEN u.starts_at <> u.ends_at OR (u.status IN ('signed_up', 'waiting') AND u.ends_at <> s.ends_at) ELSE u.starts_at <> s.starts_at OR u.ends_at <> s.ends_at END`,
  },
  {
    // a match that a moderator or the end of a need has cancelled is followed a moment later
    sentence: 'A place in a shift holds its minutes by an agreed match; a volunteer who only waits holds nothing.',
    sql: `SELECT u.id FROM sign_ups u LEFT JOIN matches m ON m.id = u.match_id JOIN shifts s ON s.id = u.shift_id
          WHERE (u.status = 'signed_up' AND (m.status NOT IN ('accepted', 'cancelled') OR (m.status = 'accepted' AND m.amount <> u.people * extract(epoch FROM s.ends_at - s.starts_at) / 60)))
             OR (u.status = 'checked_in' AND m.status NOT IN ('delivered', 'confirmed', 'cancelled')) OR (u.status = 'confirmed' AND m.status <> 'confirmed')
             OR (u.status = 'waiting' AND u.match_id IS NOT NULL)`,
  },
  {
    sentence:
      'The match and the offer of a sign-up are marked as such, and give in the name of the volunteer who signed up.',
    sql: `SELECT u.id FROM sign_ups u JOIN matches m ON m.id = u.match_id JOIN offers o ON o.id = m.offer_id JOIN shifts s ON s.id = u.shift_id
          WHERE NOT m.sign_up OR NOT o.sign_up OR o.donor_id <> u.person_id OR m.need_id <> s.need_id`,
  },
  {
    sentence: 'A series is looked at again as long as shifts of it are still to be made, and no longer.',
    sql: `SELECT r.id FROM shift_series r WHERE (r.look_at IS NOT NULL) <> (r.next_on IS NOT NULL AND r.ended_at IS NULL)`,
  },
  {
    sentence: 'Nobody under age is checked in without the consent of a guardian.',
    sql: `SELECT u.id FROM sign_ups u JOIN guardian_consents c ON c.sign_up_id = u.id WHERE u.status IN ('checked_in', 'confirmed') AND c.status <> 'given'`,
  },
  {
    sentence: 'Nobody has left who was not there, and how long a volunteer stayed is said with when they left.',
    sql: `SELECT id FROM sign_ups WHERE (left_at IS NULL) <> (stayed IS NULL) OR (left_at IS NOT NULL AND checked_in_at IS NULL)`,
  },
  {
    sentence:
      'Hours of a trip that are confirmed are the hours of its driver in a need of the organization that confirmed them.',
    sql: `SELECT h.id FROM trip_hours h JOIN sign_ups u ON u.id = h.sign_up_id JOIN shifts s ON s.id = u.shift_id JOIN needs n ON n.id = s.need_id
          WHERE u.person_id <> h.driver_id OR n.organization_id <> h.organization_id OR u.status <> 'confirmed'`,
  },
  {
    sentence: 'The offer of a sign-up has nothing left for others.',
    sql: `SELECT o.id FROM offers o JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id WHERE o.sign_up AND a.posted_in - a.posted_back - a.posted_out - a.held_out > 0`,
  },
];
