import type { Catalogue } from '#catalogue';
import { CONDITIONS, type AcceptedByAll, type FieldError } from '#kernel';

export const ACCEPTS_LIMITS = { notNow: 60 } as const;

export interface SaidAccepts {
  readonly conditions?: readonly string[];
  readonly notNow?: readonly string[];
}

/** What an organization says of all its needs for things; null: everything is taken. Each thing can be named once, and only one that can still be chosen. */
export function readAccepts(
  catalogue: Catalogue,
  said: SaidAccepts | null,
):
  | { readonly ok: true; readonly value: AcceptedByAll | null }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const [conditions, notNow] = [unique(said?.conditions), unique(said?.notNow)];
  const errors: FieldError[] = [];
  const strange = conditions.findIndex((code) => !CONDITIONS.some((known) => known === code));
  if (strange >= 0) errors.push({ field: `accepts.conditions.${strange}`, code: 'form.not-in-list' });
  const known = new Set(catalogue.goods.map(({ code }) => code));
  const unknown = notNow.findIndex((code) => !known.has(code));
  if (notNow.length > ACCEPTS_LIMITS.notNow)
    errors.push({ field: 'accepts.notNow', code: 'form.too-many', params: { max: ACCEPTS_LIMITS.notNow } });
  else if (unknown >= 0) errors.push({ field: `accepts.notNow.${unknown}`, code: 'form.not-in-list' });
  if (errors.length > 0) return { ok: false, errors };
  const nothing = conditions.length === 0 && notNow.length === 0;
  return { ok: true, value: nothing ? null : { conditions: conditions as AcceptedByAll['conditions'], notNow } };
}

const unique = (codes: readonly string[] | undefined): string[] => [...new Set(codes ?? [])];
