import type { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import type { NeedBalance } from '#ledger';
import { photoView, type PhotoEntity, type PhotoView } from '#photos';
import { isInsider, readsWords } from './access.rules.js';
import { needCan, type NeedStatus, type NeedVerb } from './lifecycle.rules.js';
import { addsUp, SMALLEST_PUBLIC_COUNT, type BudgetLine } from '#forms';
import type { ReviewedChanges } from './need-edit.entity.js';
import type { AcceptedByAll, AcceptedThings, Kind } from '#kernel';
import type { NeedEntity } from './need.entity.js';
import { acceptedHere, agreedFirst, districtOf, givesYesBeforehand, isPrivateCategory, titleOfCategory } from '#forms';

export interface NeedOrganization {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly place: string;
  readonly status: string;
}

/** What is closed in a need to a moderator, and the case in which it is opened; null: there is no such case. */
export interface ShutInNeed {
  readonly count: number;
  readonly reviewId: string | null;
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
  /** The organization can keep it cold. */
  readonly coldChain: boolean;
  /** What the money is for, where the lines are all of what is asked for now; amounts in `balance.unit`. */
  readonly budget: readonly BudgetLine[] | null;
  /** What it takes, as its author said it; null: everything of its kind. */
  readonly accepts: AcceptedThings | null;
  /** The same together with what the organization says of all its needs: what proposals go by. */
  readonly takes: AcceptedThings | null;
  readonly autoAccept: boolean;
  /** As the author said it; `each` says what one of them holds, in the ledger's unit. */
  readonly unit: string;
  readonly each: { readonly amount: number; readonly unit: string } | null;
  readonly minQuantity: { readonly amount: number; readonly unit: string };
  readonly balance: NeedBalance;
  readonly openedAt: Date | null;
  readonly createdAt: Date;
  readonly freshUntil: Date | null;
  /** Until when a report is owed; null: none is. Members and moderators only. */
  readonly reportDueAt?: Date | null;
  /** Members and moderators only. */
  readonly returnReason?: string | null;
  /** The description that the moderator proposed with the return; members and moderators only. */
  readonly suggestedText?: string | null;
  /** What waits for review; members and moderators only. */
  readonly pendingEdit?: ({ readonly id: string; readonly at: Date } & ReviewedChanges) | null;
  /** In their order. Outsiders see those that a moderator has seen; none of a need whose text is kept from them. */
  readonly photos: readonly PhotoView[];
  /** Who is named beside an illness where the public does not read it yet: closed to moderators until they look. Null: nothing is. */
  readonly shut: ShutInNeed | null;
  readonly can: readonly NeedVerb[];
}

export interface NeedViewAround {
  readonly catalogue: Catalogue;
  readonly organization: NeedOrganization;
  /** Money can reach the organization. */
  readonly receivesMoney: boolean;
  /** What the organization says of all its needs for things. */
  readonly byAll: AcceptedByAll | null;
  readonly locale: 'ru' | 'en';
  readonly now: Date;
  readonly pendingEdit?: { readonly id: string; readonly at: Date; readonly changes: ReviewedChanges } | null;
  /** Whether the reader gives to it, by a match that `makesParty`; matching knows, not this lib. */
  readonly party?: boolean;
  readonly photos?: readonly PhotoEntity[];
}

export function needView(
  need: NeedEntity,
  balance: NeedBalance,
  actor: Actor | null,
  around: NeedViewAround,
): NeedView {
  const { catalogue, organization, receivesMoney, now } = around;
  const insider = isInsider(actor, need);
  const reads = readsWords(actor, need, isPrivateCategory(catalogue, need.category), around.party === true);
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
    coldChain: need.coldChain,
    accepts: need.accepts,
    takes: acceptedHere(catalogue, need, around.byAll),
    autoAccept: givesYesBeforehand(catalogue, need),
    unit: need.unit,
    each: need.eachAmount === null ? null : { amount: need.eachAmount, unit: need.baseUnit },
    minQuantity: { amount: need.minAmount, unit: need.baseUnit },
    balance,
    openedAt: need.openedAt,
    createdAt: need.createdAt,
    freshUntil: need.freshUntil,
    ...told(need, around, reads),
    budget: reads && (insider || addsUp(need.budget, balance.required)) ? need.budget : null,
    ...(insider
      ? {
          reportDueAt: need.reportDueAt,
          returnReason: need.returnReason,
          suggestedText: need.suggestedText,
          pendingEdit: pendingOf(around.pendingEdit),
        }
      : {}),
    photos: photosFor(around, insider, reads).map((photo) => photoView(photo, around.locale)),
    shut: null,
    can: needCan(actor, need, balance, {
      organizationStatus: organization.status,
      receivesMoney,
      yesBeforehand: givesYesBeforehand(catalogue, need),
      agreedFirst: agreedFirst(catalogue, need.category),
      now,
    }),
  };
}

type Told = Pick<NeedView, 'title' | 'description' | 'discreet' | 'place' | 'beneficiaries'>;

/** In private categories outsiders see district and group; a count of three would point at three people. */
function told(need: NeedEntity, { catalogue, locale }: NeedViewAround, reads: boolean): Told {
  const { title, description, category, place, beneficiaries } = need;
  if (reads) return { title, description, discreet: false, place, beneficiaries };
  return {
    title: titleOfCategory(catalogue, category, locale),
    description: '',
    discreet: true,
    place: districtOf(catalogue, place),
    beneficiaries: beneficiaries !== null && beneficiaries >= SMALLEST_PUBLIC_COUNT ? beneficiaries : null,
  };
}

function photosFor({ photos = [] }: NeedViewAround, insider: boolean, reads: boolean): readonly PhotoEntity[] {
  if (insider) return photos;
  return reads ? photos.filter((photo) => photo.status === 'ready' && photo.shownAt !== null) : [];
}

function pendingOf(edit: NeedViewAround['pendingEdit']): NeedView['pendingEdit'] {
  return edit ? { id: edit.id, at: edit.at, ...edit.changes } : null;
}
