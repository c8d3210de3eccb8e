import type { OfferWish } from '../../../app/search.js';
import type { Choice } from '../../../components/combobox.js';
import {
  KINDS,
  type Category,
  type Frequency,
  type Goods,
  type Kind,
  type Place,
  type Schema,
  type Sphere,
  type Unit,
} from '../../../lib/api-types.js';
import { unitsFor } from '../../catalogue/api/allowed-units.js';
import { choicesOf, requestOf, standingRequestOf, type OfferDraft } from './offer-draft.js';

const TEXTS = [
  'what',
  'description',
  'choice',
  'near',
  'quantity',
  'unit',
  'each',
  'eachUnit',
  'place',
  'radiusKm',
  'until',
  'prefers',
  'only',
  'bestBefore',
  'sizes',
  'season',
  'condition',
] as const;

/** The draft as its form says it, under the names of its fields. */
export function draftOf(
  said: (field: string) => string | undefined,
  all: (field: string) => readonly string[],
): Partial<OfferDraft> {
  const cold = said('coldChain');
  return {
    ...Object.fromEntries(TEXTS.map((field) => [field, said(field)]).filter(([, value]) => value !== undefined)),
    kind: KINDS.find((kind) => kind === said('kind')) ?? 'goods',
    coldChain: cold === 'yes' || cold === 'no' ? cold : '',
    skills: all('skills').filter(Boolean).slice(0, 20),
    anonymous: said('anonymous') !== undefined,
  };
}

/** What a link to the form asks of a draft: it names a thing or a category, skills, an amount, a place, a need. */
export function wishedOf(
  wish: OfferWish,
  draft: OfferDraft,
  choicesFor: (kind: Kind) => readonly Choice[],
): Partial<OfferDraft> {
  const kind = wish.kind ?? (wish.item ? 'goods' : draft.kind);
  const choices = choicesFor(kind);
  const wanted = [
    wish.item && `item:${wish.item}`,
    wish.category && `category:${wish.category}`,
    wish.category && `sphere:${wish.category}`,
  ].filter(Boolean);
  const named = wanted.map((value) => choices.find((choice) => choice.value === value)).find(Boolean);
  const sameKind = kind === draft.kind;
  const quantity = wish.quantity ?? (sameKind ? draft.quantity : ''); // roubles are not pieces
  return {
    kind,
    unit: '',
    what: wish.what ?? named?.label ?? (sameKind ? draft.what : ''),
    choice: named?.value ?? (sameKind && !wish.what ? draft.choice : ''),
    near: sameKind && !wish.what ? draft.near : '',
    quantity,
    ...(wish.place && kind !== 'money' ? { place: wish.place } : {}),
    ...(wish.repeat ? { repeat: wish.repeat } : {}),
    ...(wish.prefers ? { prefers: wish.prefers } : {}),
    ...(wish.only ? { only: wish.only } : {}),
    ...(wish.skills && kind === 'time' ? { skills: wish.skills.split(',').filter(Boolean).slice(0, 20) } : {}),
  };
}

export interface Lists {
  readonly spheres: readonly Sphere[];
  readonly categories: readonly Category[];
  readonly goods: readonly Goods[];
  readonly units: readonly Unit[];
  readonly places: readonly Place[];
}
export interface Known {
  readonly choices: Choice[];
  readonly category: Category | undefined;
  readonly unlisted: Goods | undefined;
  readonly units: Unit[];
  readonly unit: Unit | undefined;
  readonly timeZone: string;
  readonly saysStorage: boolean;
  readonly asks: Goods['asks'];
  readonly onlyNew: boolean;
}

/** The unit that an amount was said in, which another thing keeps where it may be counted so: hours are not visits. Of things the usual one is nobody's choice. */
export const unitMeant = (draft: OfferDraft, shown: Unit | undefined): string =>
  draft.quantity.trim() !== '' && (draft.unit || draft.kind === 'time') ? (shown?.code ?? '') : '';

/** What the catalogue says about a draft. */
export function knownOf(draft: OfferDraft, { spheres, categories, goods, units: allUnits, places }: Lists): Known {
  const [type, code = ''] = draft.choice.split(':');
  const unlisted = goods.find((one) => one.attributes.includes('review')); // what the catalogue keeps for things that it does not know
  const own = draft.kind === 'goods' && draft.choice === '' && draft.what.trim() !== '' ? unlisted : undefined;
  const item = type === 'item' ? goods.find((one) => one.code === code) : own;
  const named = type === 'category' ? code : draft.choice === '' ? draft.near : (item?.category ?? '');
  const category = categories.find((one) => one.code === named);
  const units = unitsFor(draft.kind, allUnits, category, item);
  return {
    choices: choicesOf(draft.kind, spheres, categories, goods),
    category,
    unlisted,
    units,
    unit: units.find((one) => one.code === draft.unit) ?? units[0],
    timeZone: (places.find((place) => place.code === draft.place) ?? places[0])?.timeZone ?? 'UTC',
    asks: draft.kind === 'goods' ? ((item ?? category)?.asks ?? []) : [],
    onlyNew: item?.onlyNew ?? false,
    saysStorage: draft.kind === 'goods' && (item?.saysStorage || category?.saysStorage || false),
  };
}

const said = ({ choices, unit, timeZone, unlisted, asks }: Known, draft: OfferDraft) => ({
  unit: unit?.code ?? '',
  timeZone,
  label: choices.find(({ value }) => value === draft.choice)?.label,
  unlisted: unlisted?.code,
  asks,
});
/** What the form asks the API for: an offer, or one that comes again. */
export const requestFrom = (known: Known, draft: OfferDraft): Schema['PostOfferDto'] =>
  requestOf(draft, said(known, draft));
export const standingRequestFrom = (
  known: Known,
  draft: OfferDraft,
  frequency: Frequency,
): Schema['PostStandingOfferDto'] => standingRequestOf(draft, frequency, said(known, draft));

/** By what a person says that so much is meant: another amount is asked about again. */
export const amountSaid = (draft: OfferDraft, unit: string | undefined): string => `${draft.quantity} ${unit ?? ''}`;
