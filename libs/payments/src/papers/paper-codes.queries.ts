import { newCode } from '#ledger';
import type { Tx } from '#platform';

/** Papers on money that came, and those on which it is given: the public offer of an organization, and the contract of a company's transfer. */
export const GIFT_PAPER_KINDS = ['receipt', 'certificate', 'register', 'terms', 'contract'] as const;
export type GiftPaperKind = (typeof GIFT_PAPER_KINDS)[number];

/** What a paper is about, and a digest of what it says: the same again has the same code. */
export interface IssuedPaper {
  readonly kind: GiftPaperKind;
  /** The offer of the gift (receipt), the party that gave (certificate), the organization (register, terms), the transfer of a pledge (contract). */
  readonly about: string;
  readonly organizationId: string;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly digest: Buffer;
  readonly issuedAt: Date;
}

export interface KeptPaper extends IssuedPaper {
  readonly code: string;
}

/** Returns the code of the paper. */
export async function issuePaper(db: Pick<Tx, 'query'>, paper: IssuedPaper): Promise<string> {
  const { kind, about, organizationId, from, to, timeZone, digest, issuedAt } = paper;
  const what = [kind, about, organizationId, from, to, timeZone, digest];
  await db.query(
    `INSERT INTO gift_papers (kind, about, organization_id, from_day, to_day, time_zone, digest, code, issued_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (kind, about, organization_id, from_day, to_day, time_zone, digest) DO NOTHING`,
    [...what, newCode(), issuedAt],
  );
  // A question of its own: it sees the row also where another request has just written it.
  const [row] = (await db.query(
    'SELECT code FROM gift_papers WHERE (kind, about, organization_id, from_day, to_day, time_zone, digest) = ($1, $2::uuid, $3::uuid, $4::date, $5::date, $6, $7)',
    what,
  )) as [{ code: string }];
  return row.code;
}

export async function keptPaper(db: Pick<Tx, 'query'>, code: string): Promise<KeptPaper | null> {
  const [kept]: KeptPaper[] = await db.query(
    `SELECT code, kind, about, organization_id AS "organizationId", from_day::text AS from, to_day::text AS to, time_zone AS "timeZone", digest, issued_at AS "issuedAt" FROM gift_papers WHERE code = $1`,
    [code],
  );
  return kept ?? null;
}
