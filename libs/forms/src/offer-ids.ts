import { mismatches } from '#engine';
import { isId, refuseForm, type AcceptedThings, type FieldError } from '#kernel';
import type { OfferColumns } from './offer-form.rules.js';

/** Ids among the codes: of organizations and, of what binds a gift, of needs. */
export function idsIn(codes: readonly string[]): string[] {
  return codes.filter((code) => isId(code));
}

/** What of the ids that an offer names there is. */
export interface KnownIds {
  readonly organizations: ReadonlySet<string>;
  /** What each of the needs takes; null: everything of its kind. */
  readonly needs: ReadonlyMap<string, AcceptedThings | null>;
}

/** @throws form.not-in-list and offer.bound-to-unknown, at their fields */
export function checkIds(
  { prefers, only, item, attributes }: Pick<OfferColumns, 'prefers' | 'only' | 'item' | 'attributes'>,
  { organizations, needs }: KnownIds,
): void {
  const strange = prefers.findIndex((code) => isId(code) && !organizations.has(code));
  if (strange >= 0) refuseForm([{ field: `prefers.${strange}`, code: 'form.not-in-list' }]);
  const unknown = only.findIndex((code) => isId(code) && !organizations.has(code) && !needs.has(code));
  if (unknown >= 0) refuseForm([{ field: `only.${unknown}`, code: 'offer.bound-to-unknown' }]);
  const unwanted = only.length === 0 ? [] : only.map((code) => whyUnwanted(needs.get(code), { item, attributes }));
  if (unwanted[0] && unwanted.every((error) => error !== null)) refuseForm([unwanted[0]]);
}

/** What speaks against a thing at the need that it is meant for; null: nothing. Said before it is written: afterwards it would wait for nothing. */
function whyUnwanted(
  accepts: AcceptedThings | null | undefined,
  { item, attributes }: Pick<OfferColumns, 'item' | 'attributes'>,
): FieldError | null {
  const [fail] = accepts ? mismatches({ item, attributes }, { accepts }) : [];
  if (fail === undefined) return null;
  if (fail === 'not-needed') return { field: 'item', code: 'offer.not-needed-now' };
  return { field: `attributes.${fail === 'size' ? 'sizes' : fail}`, code: `offer.another-${fail}-asked` };
}
