import type { Catalogue } from '#catalogue';
import { isId, type FieldError } from '#kernel';

export const GIFT_TARGETS = ['organization', 'sphere', 'category', 'place'] as const;
export type GiftTargetKind = (typeof GIFT_TARGETS)[number];

/** Where a person wants to give without naming a need: exactly one of these. */
export type GiftTargetForm = { readonly [kind in GiftTargetKind]?: string };

export interface GiftTarget {
  readonly kind: GiftTargetKind;
  /** A code of the catalogue, or the organization's id. */
  readonly id: string;
}

type Read =
  { readonly ok: true; readonly target: GiftTarget } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads a target. That an organization exists is the service's to ask. @param prefix put before the fields of its errors */
export function readTarget(catalogue: Catalogue, form: GiftTargetForm, prefix = ''): Read {
  const named = GIFT_TARGETS.flatMap((kind) => (form[kind] === undefined ? [] : [{ kind, id: form[kind] }]));
  const [target, ...more] = named;
  if (!target || more.length > 0)
    return { ok: false, errors: [{ field: `${prefix}${target?.kind ?? 'organization'}`, code: 'gift.one-target' }] };
  if (!isKnown(catalogue, target))
    return { ok: false, errors: [{ field: `${prefix}${target.kind}`, code: 'form.not-in-list' }] };
  return {
    ok: true,
    target: target.kind === 'organization' ? { kind: target.kind, id: target.id.toLowerCase() } : target,
  };
}

function isKnown(catalogue: Catalogue, { kind, id }: GiftTarget): boolean {
  if (kind === 'organization') return isId(id);
  const entry =
    kind === 'sphere' ? catalogue.sphere(id) : kind === 'category' ? catalogue.category(id) : catalogue.place(id);
  return entry?.retiredAt === null;
}
