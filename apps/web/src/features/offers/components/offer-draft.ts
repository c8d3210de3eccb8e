import type { Choice } from '../../../components/combobox.js';
import type { Category, Frequency, Goods, Kind, Schema, Sphere } from '../../../lib/api-types.js';
import { endOfDay } from '../../../lib/dates.js';
import { decimal } from '../../../lib/decimal.js';
import { nameOf } from '../../../lib/words.js';
import { attributesOf } from './attribute-fields.js';
import { pickUpOf, type SaidWindow } from './pick-up-fields.js';

/**
 * The form as it is typed; `repeat` is empty for what is given once; `choice` is `item:heater`, `category:relief-household`, `sphere:relief` or empty: then the
 * donor's own words `what` are all there is, and `near` is the category that they think of.
 */
export interface OfferDraft {
  kind: Kind;
  what: string;
  description: string;
  choice: string;
  near: string;
  quantity: string;
  unit: string;
  each: string;
  eachUnit: string;
  place: string;
  radiusKm: string;
  until: string;
  prefers: string;
  only: string;
  bestBefore: string;
  keepsDays: string;
  coldChain: '' | 'yes' | 'no';
  sizes: string;
  season: string;
  condition: string;
  windows: SaidWindow[];
  brings: boolean;
  skills: string[];
  onBehalfOf: string;
  anonymous: boolean;
  asked: boolean;
  repeat: Frequency | '';
  firstOn: string;
  lastOn: string;
}

export const EMPTY_DRAFT: OfferDraft = {
  kind: 'goods',
  what: '',
  description: '',
  choice: '',
  near: '',
  quantity: '',
  unit: '',
  each: '',
  eachUnit: 'kg',
  place: '',
  radiusKm: '',
  until: '',
  prefers: '',
  only: '',
  bestBefore: '',
  keepsDays: '',
  coldChain: '',
  sizes: '',
  season: '',
  condition: '',
  windows: [],
  brings: false,
  skills: [],
  onBehalfOf: '',
  anonymous: true,
  asked: false,
  repeat: '',
  firstOn: '',
  lastOn: '',
};

/** What may be offered of a kind: things by name, help and money by category; money may also go to a whole sphere. */
export function choicesOf(
  kind: Kind,
  spheres: readonly Sphere[],
  categories: readonly Category[],
  goods: readonly Goods[],
): Choice[] {
  const sphereName = new Map(spheres.map((sphere) => [sphere.code, nameOf(sphere)]));
  const byCode = new Map(categories.map((category) => [category.code, category]));
  const both = (thing: { nameRu: string; nameEn: string }): string => `${thing.nameRu} ${thing.nameEn}`;
  const ofCategories = categories
    .filter((category) => category.kinds.includes(kind))
    .map((category): Choice => ({
      value: `category:${category.code}`,
      label: nameOf(category),
      note: sphereName.get(category.sphere),
      words: both(category),
    }));
  if (kind === 'goods')
    return [
      ...goods.map((item): Choice => ({
        value: `item:${item.code}`,
        label: nameOf(item),
        note: nameOf(byCode.get(item.category)),
        words: both(item),
      })),
      ...ofCategories,
    ];
  if (kind === 'money')
    return [
      ...spheres.map((sphere): Choice => ({
        value: `sphere:${sphere.code}`,
        label: nameOf(sphere),
        words: both(sphere),
      })),
      ...ofCategories,
    ];
  return ofCategories;
}

type Once = Schema['PostOfferDto'];
type Again = Schema['PostStandingOfferDto'];
/** What both have. */
type Given = Omit<Once, 'from' | 'until' | 'bestBefore' | 'pickUp'>;

/** What the draft says it is. Own words of a thing that the catalogue does not have go as what is in no list: a moderator looks at it. */
function whatOf(
  { kind, choice, near, what }: OfferDraft,
  label: string | undefined,
  unlisted: string | undefined,
): Pick<Given, 'category' | 'item' | 'title'> {
  const [type, code] = choice.split(':');
  const words = what.trim().slice(0, 120);
  const title = words && (kind === 'goods' || words !== label) ? words : undefined;
  if (choice) return { category: type === 'item' ? undefined : code, item: type === 'item' ? code : undefined, title };
  return {
    category: kind === 'money' ? undefined : near || undefined,
    item: kind === 'goods' && words ? unlisted : undefined,
    title,
  };
}

/** What the catalogue says about a draft. */
interface Known {
  unit: string;
  timeZone: string;
  label: string | undefined;
  unlisted: string | undefined;
  asks: Goods['asks'];
}

/** What goes to the server; what is empty is left out. Nothing is checked here: the server's errors come back to the fields. */
function givenOf(draft: OfferDraft, { unit, label, unlisted, asks }: Known): Given {
  // Money that is given to a place stays there; things and people go as far as is said.
  const radius = draft.radiusKm.trim() ? Number(decimal(draft.radiusKm)) : draft.kind === 'money' ? 1 : undefined;
  return {
    kind: draft.kind,
    ...whatOf(draft, label, unlisted),
    description: (draft.kind !== 'money' && draft.description.trim()) || undefined,
    quantity: decimal(draft.quantity),
    unit,
    each:
      draft.kind === 'time' && unit !== 'hour'
        ? { quantity: decimal(draft.each), unit: 'hour' }
        : draft.kind === 'goods' && draft.each.trim()
          ? { quantity: decimal(draft.each), unit: draft.eachUnit }
          : undefined,
    place: draft.place || undefined,
    radiusKm: draft.place || draft.kind !== 'money' ? radius : undefined,
    skills: draft.kind === 'time' && draft.skills.length > 0 ? draft.skills : undefined,
    prefers: draft.prefers ? [draft.prefers] : undefined,
    only: draft.only ? [draft.only] : undefined,
    coldChain: draft.kind === 'goods' && draft.coldChain !== '' ? draft.coldChain === 'yes' : undefined,
    attributes: draft.kind === 'goods' ? attributesOf(draft, asks) : undefined,
    onBehalfOf: draft.onBehalfOf || undefined,
    anonymous: draft.anonymous,
  };
}

export function requestOf(draft: OfferDraft, known: Known): Once {
  const end = (day: string): string | undefined => (day ? endOfDay(day, known.timeZone) : undefined);
  return {
    ...givenOf(draft, known),
    until: end(draft.until),
    bestBefore: draft.kind === 'goods' ? end(draft.bestBefore) : undefined,
    pickUp: draft.kind === 'goods' ? pickUpOf(draft.windows, draft.brings, known.timeZone) : undefined,
  };
}

export function standingRequestOf(draft: OfferDraft, frequency: Frequency, known: Known): Again {
  const keeps = draft.kind === 'goods' && draft.keepsDays.trim();
  return {
    ...givenOf(draft, known),
    frequency,
    firstOn: draft.firstOn,
    lastOn: draft.lastOn || undefined,
    keepsDays: keeps ? Number(decimal(keeps)) : undefined,
  };
}
