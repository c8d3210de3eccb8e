import type { DataSource } from 'typeorm';
import { arrivedInMatches } from '#ledger';
import type { Tx } from '#platform';
import type { MatchStatus } from '../match.entity.js';
import type { MatchParties } from '../match-life.rules.js';
import { readEntry, type StoredEntry } from '../meeting/hand-over-entry.queries.js';

/** A side as it stands on paper. A person who wants no name shown has none. */
export interface PaperParty {
  readonly name: string | null;
  readonly organization: boolean;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  readonly place: string | null;
}

/** What a match says for its papers; amounts in `unit`, what came and was lost as the books have it. */
export interface PaperMatch {
  readonly id: string;
  readonly status: MatchStatus;
  readonly kind: string;
  readonly unit: string;
  readonly promised: number;
  readonly arrived: number;
  readonly lost: number;
  readonly item: string | null;
  readonly category: string;
  readonly offerTitle: string | null;
  readonly needNumber: number;
  readonly needTitle: string;
  readonly needPlace: string;
  readonly acceptedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly handOverPlace: string | null;
  readonly giver: PaperParty;
  readonly receiver: PaperParty;
  readonly parties: MatchParties;
  /** Stated by the giver, in kopecks. */
  readonly value: number | null;
  readonly valuePaper: string | null;
  readonly entry: StoredEntry | null;
}

type Row = Omit<PaperMatch, 'arrived' | 'lost' | 'parties' | 'entry'> & MatchParties;

/** A company gives as an organization, or by a person whose profile says that they give for one. */
const GIVER = `json_build_object('name', coalesce(b.name, CASE WHEN NOT o.anonymous THEN d.display_name END), 'organization', b.id IS NOT NULL OR coalesce(d.kind = 'company', false),
  'inn', coalesce(b.inn, CASE WHEN d.kind = 'company' AND NOT o.anonymous THEN d.inn END), 'kpp', b.kpp, 'ogrn', b.ogrn, 'place', b.place)`;
const RECEIVER = `json_build_object('name', g.name, 'organization', true, 'inn', g.inn, 'kpp', g.kpp, 'ogrn', g.ogrn, 'place', g.place)`;

const SELECT = `SELECT m.id, m.status, n.kind, m.unit, m.amount AS promised, coalesce(o.item, n.item) AS item, n.category, o.title AS "offerTitle", n.number AS "needNumber", n.title AS "needTitle", n.place AS "needPlace",
    m.accepted_at AS "acceptedAt", m.confirmed_at AS "confirmedAt", CASE WHEN h.agreed_at IS NOT NULL AND h.cancelled_at IS NULL THEN h.place END AS "handOverPlace",
    o.donor_id AS "donorId", o.on_behalf_of AS "onBehalfOf", n.organization_id AS "organizationId", v.amount AS value, v.paper AS "valuePaper",
    ${GIVER} AS giver, ${RECEIVER} AS receiver
  FROM matches m JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id JOIN organizations g ON g.id = n.organization_id
  LEFT JOIN organizations b ON b.id = o.on_behalf_of LEFT JOIN donors d ON d.id = o.donor_id LEFT JOIN hand_overs h ON h.match_id = m.id LEFT JOIN stated_values v ON v.match_id = m.id
  WHERE m.id = $1`;

export async function paperMatch(db: Tx | DataSource, matchId: string): Promise<PaperMatch | null> {
  const [row] = (await db.query(SELECT, [matchId])) as Row[];
  if (!row) return null;
  const { donorId, onBehalfOf, organizationId, ...said } = row;
  const { arrived, lost } = (await arrivedInMatches(db, [matchId])).get(matchId) ?? { arrived: 0, lost: 0 };
  return {
    ...said,
    arrived,
    lost,
    parties: { donorId, onBehalfOf, organizationId },
    entry: await readEntry(db, null, matchId),
  };
}

/** Things that a company gives and what their papers need, as a list of papers shows it; `arrived` as the books have it. */
export interface GivenThings {
  readonly id: string;
  readonly status: MatchStatus;
  readonly unit: string;
  readonly promised: number;
  readonly arrived: number;
  readonly item: string | null;
  readonly category: string;
  readonly needTitle: string;
  readonly organization: string;
  readonly acceptedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly value: number | null;
  /** Its act, once somebody has asked for it. */
  readonly act: { readonly number: number; readonly year: number } | null;
}

/** What both sides agreed on, of things given in the name of an organization ($1): what has no act yet first, then the latest received. */
export const GIVEN_THINGS_SQL = `SELECT m.id, m.status, m.unit, m.amount AS promised, coalesce(o.item, n.item) AS item, n.category, n.title AS "needTitle", g.short_name AS organization,
    m.accepted_at AS "acceptedAt", m.confirmed_at AS "confirmedAt", v.amount AS value, CASE WHEN p.number IS NOT NULL THEN json_build_object('number', p.number, 'year', p.year) END AS act
  FROM offers o JOIN matches m ON m.offer_id = o.id AND m.status IN ('accepted', 'delivered', 'confirmed')
  JOIN needs n ON n.id = m.need_id AND n.kind = 'goods' JOIN organizations g ON g.id = n.organization_id
  LEFT JOIN stated_values v ON v.match_id = m.id LEFT JOIN transfer_papers p ON p.match_id = m.id AND p.kind = 'act'
  WHERE o.donor_id = $1 AND o.on_behalf_of = $1
  ORDER BY m.status = 'confirmed', coalesce(m.confirmed_at, m.accepted_at) DESC, m.id LIMIT $2`;

export async function givenThings(db: DataSource, organizationId: string, limit: number): Promise<GivenThings[]> {
  const rows = (await db.query(GIVEN_THINGS_SQL, [organizationId, limit])) as Omit<GivenThings, 'arrived'>[];
  const arrived = await arrivedInMatches(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, arrived: arrived.get(row.id)?.arrived ?? 0 }));
}
