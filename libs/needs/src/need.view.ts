import type { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import type { NeedBalance } from '#ledger';
import { photoView, type PhotoEntity, type PhotoView } from '#photos';
import { isInsider } from './access.rules.js';
import { needCan, type NeedStatus, type NeedVerb } from './lifecycle.rules.js';
import { SMALLEST_PUBLIC_COUNT } from './limits.rules.js';
import type { ReviewedChanges } from './need-edit.entity.js';
import type { Kind, NeedEntity } from './need.entity.js';

export interface NeedOrganization {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly place: string;
  readonly status: string;
}

/** A need as the API shows it. Codes are the catalogue's; amounts are integers in `balance.unit`. */
export interface NeedView {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly status: NeedStatus;
  readonly kind: Kind;
  readonly category: string;
  readonly sphere: string;
  readonly item: string | null;
  readonly title: string;
  readonly description: string;
  /** True where title, text, exact place and small counts are kept from this reader. */
  readonly discreet: boolean;
  readonly organization: NeedOrganization;
  readonly place: string;
  readonly remote: boolean;
  readonly from: Date | null;
  readonly deadline: Date;
  readonly urgency: number;
  readonly beneficiaries: number | null;
  readonly beneficiaryGroups: readonly string[];
  readonly skills: readonly string[];
  readonly autoAccept: boolean;
  /** As the author said it; `each` says what one of them holds, in the ledger's unit. */
  readonly unit: string;
  readonly each: { readonly amount: number; readonly unit: string } | null;
  readonly minQuantity: { readonly amount: number; readonly unit: string };
  readonly balance: NeedBalance;
  readonly openedAt: Date | null;
  readonly createdAt: Date;
  readonly freshUntil: Date | null;
  /** Members and moderators only. */
  readonly returnReason?: string | null;
  /** What waits for review; members and moderators only. */
  readonly pendingEdit?: ({ readonly id: string; readonly at: Date } & ReviewedChanges) | null;
  /** In their order. Outsiders see those that a moderator has seen; none of a need whose text is kept from them. */
  readonly photos: readonly PhotoView[];
  readonly can: readonly NeedVerb[];
}

export interface NeedViewAround {
  readonly catalogue: Catalogue;
  readonly organization: NeedOrganization;
  readonly locale: 'ru' | 'en';
  readonly now: Date;
  readonly pendingEdit?: { readonly id: string; readonly at: Date; readonly changes: ReviewedChanges } | null;
  /** The donor of a live match is a party too and reads everything; matching knows, not this lib. */
  readonly party?: boolean;
  readonly photos?: readonly PhotoEntity[];
}

/** Whether texts and small counts of this category are for the parties only. */
export function isPrivateCategory(catalogue: Catalogue, category: string): boolean {
  return catalogue.category(category)?.flags.includes('private') ?? false;
}

export function needView(need: NeedEntity, balance: NeedBalance, actor: Actor | null, around: NeedViewAround): NeedView {
  const { catalogue, organization, now } = around;
  const insider = isInsider(actor, need);
  return {
    id: need.id,
    number: need.number,
    version: need.version,
    status: need.status,
    kind: need.kind,
    category: need.category,
    sphere: catalogue.category(need.category)?.sphere ?? '',
    item: need.item,
    organization,
    remote: need.remote,
    from: need.startsAt,
    deadline: need.deadline,
    urgency: need.urgency,
    beneficiaryGroups: need.beneficiaryGroups,
    skills: need.skills,
    autoAccept: need.autoAccept,
    unit: need.unit,
    each: need.eachAmount === null ? null : { amount: need.eachAmount, unit: need.baseUnit },
    minQuantity: { amount: need.minAmount, unit: need.baseUnit },
    balance,
    openedAt: need.openedAt,
    createdAt: need.createdAt,
    freshUntil: need.freshUntil,
    ...told(need, around, insider || around.party === true),
    ...(insider ? { returnReason: need.returnReason, pendingEdit: pendingOf(around.pendingEdit) } : {}),
    photos: photosFor(need, around, insider).map((photo) => photoView(photo, around.locale)),
    can: needCan(actor, need, balance, { organizationStatus: organization.status, now }),
  };
}

type Told = Pick<NeedView, 'title' | 'description' | 'discreet' | 'place' | 'beneficiaries'>;

/** In private categories outsiders see district and group; a count of three would point at three people. */
function told(need: NeedEntity, { catalogue, locale }: NeedViewAround, everything: boolean): Told {
  const { title, description, place, beneficiaries } = need;
  if (everything || !isPrivateCategory(catalogue, need.category)) return { title, description, discreet: false, place, beneficiaries };
  const category = catalogue.category(need.category);
  return {
    title: (locale === 'en' ? category?.nameEn : category?.nameRu) ?? '',
    description: '',
    discreet: true,
    place: districtOf(catalogue, place),
    beneficiaries: beneficiaries !== null && beneficiaries >= SMALLEST_PUBLIC_COUNT ? beneficiaries : null,
  };
}

function photosFor(need: NeedEntity, { catalogue, photos = [], party }: NeedViewAround, insider: boolean): readonly PhotoEntity[] {
  if (insider) return photos;
  if (isPrivateCategory(catalogue, need.category) && party !== true) return [];
  return photos.filter((photo) => photo.status === 'ready' && photo.shownAt !== null);
}

function districtOf(catalogue: Catalogue, code: string): string {
  const place = catalogue.place(code);
  return place?.kind === 'settlement' && place.parent ? place.parent : code;
}

function pendingOf(edit: NeedViewAround['pendingEdit']): NeedView['pendingEdit'] {
  return edit ? { id: edit.id, at: edit.at, ...edit.changes } : null;
}
