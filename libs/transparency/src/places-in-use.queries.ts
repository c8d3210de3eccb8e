import type { PlacesInUse } from '#catalogue-store';

interface Uses {
  code: string;
  needs: number;
  offers: number;
  organizations: number;
}

/** Places that needs, offers (standing ones too) or organizations name, as `zeya (3 needs, 1 organization)`. */
export const placesInUse: PlacesInUse = async (tx, codes) => {
  const rows: Uses[] = await tx.query(
    `SELECT code, n::integer AS needs, (o + s)::integer AS offers, g::integer AS organizations FROM unnest($1::text[]) WITH ORDINALITY AS asked(code, at),
       LATERAL (SELECT (SELECT count(*) FROM needs WHERE place = code) AS n, (SELECT count(*) FROM offers WHERE place = code) AS o,
         (SELECT count(*) FROM standing_offers WHERE place = code) AS s, (SELECT count(*) FROM organizations WHERE place = code) AS g) used
     WHERE n + o + s + g > 0 ORDER BY at`,
    [codes],
  );
  return rows.map(
    ({ code, needs, offers, organizations }) =>
      `${code} (${[said(needs, 'need'), said(offers, 'offer'), said(organizations, 'organization')].filter(Boolean).join(', ')})`,
  );
};

const said = (count: number, what: string): string => (count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`);
