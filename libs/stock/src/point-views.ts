import { Catalogue } from '#catalogue';
import { donorLabel } from '#donors';
import type { Actor } from '#identity';
import { CODE_LIMITS } from '#matching';
import { mayManageOffer } from '#offers';
import { kitCan, kitsFrom } from './kits.rules.js';
import { type KitRow } from './kits.service.js';
import { timeZoneOf, type PointRow } from './point-desk.js';
import { arrivalCan, mayKeepStock, openHours, pointCan } from './points.rules.js';
import { type ArrivalRow, type ArrivalView, type KitView, type Locale, type PointView } from './stock.view.js';

/** A point as this reader sees it. @param wanted names of what its organization asks for */
export function pointView(
  catalogue: Catalogue,
  now: Date,
  actor: Actor | null,
  row: PointRow,
  wanted: readonly string[] = [],
): PointView {
  const { id, organizationId, organizationName, place, name, address, hours, version } = row;
  return {
    id,
    organization: organizationId,
    organizationName,
    place,
    name,
    address,
    hours,
    public: row.public,
    status: row.closedAt === null ? 'open' : 'closed',
    version,
    wanted,
    ...openHours(hours, timeZoneOf(catalogue, place), now),
    can: pointCan(actor, row, row.organizationStatus),
  };
}

/** An arrival; its code is for the giver alone. */
export function arrivalView(actor: Actor, row: ArrivalRow, locale: Locale): ArrivalView {
  const [gives, keeps, open] = [mayManageOffer(actor, row), mayKeepStock(actor, row), row.endedAt === null];
  return {
    id: row.id,
    offer: row.offerId,
    title: row.title,
    category: row.category ?? '',
    item: row.item,
    amount: row.amount,
    unit: row.unit,
    bestBefore: row.bestBefore,
    giver: donorLabel(row.donorName, row.anonymous, locale),
    point: {
      id: row.pointId,
      name: row.pointName,
      address: row.pointAddress,
      organizationName: row.organizationName,
    },
    announcedAt: row.announcedAt,
    status: open ? 'announced' : row.lotId === null ? 'cancelled' : 'taken_in',
    code: gives && open ? row.code : null,
    codeUsedUp: row.tries >= CODE_LIMITS.tries,
    steps: [],
    can: arrivalCan({ gives, keeps, open }),
  };
}

/** A kit, and how many can be made of the lots. */
export function kitView(actor: Actor, kit: KitRow, lots: Parameters<typeof kitsFrom>[1], today: string): KitView {
  const { count, short } = kitsFrom(kit.parts, lots, today);
  const { id, name, item, parts } = kit;
  return {
    id,
    organization: kit.organizationId,
    name,
    item,
    status: kit.retiredAt === null ? 'active' : 'retired',
    parts: parts.map((part) => ({ item: part.item, amount: part.amount, unit: part.baseUnit })),
    possible: count,
    short,
    can: kitCan({ keeps: mayKeepStock(actor, kit), retired: kit.retiredAt !== null }),
  };
}
