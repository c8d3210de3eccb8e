import { Temporal } from 'temporal-polyfill';
import { isMember, type Actor } from '#identity';
import { distanceKm, type FieldError } from '#kernel';
import { readPoints, type HandOverPoint, type OpeningHours, type SaidPoint } from '#organizations';

/** Points that take things in at once; lots that a page of stock shows; entries of one lot. */
export const POINT_MAX = { points: 20, lots: 500, entries: 200, counts: 20 } as const;

/** An intake point is a hand-over point that keeps stock: name, address and hours are said as for those. */
export type PointForm = SaidPoint;

export function readPoint(
  form: PointForm,
):
  | { readonly ok: true; readonly point: HandOverPoint }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const read = readPoints([form]);
  if (!read.ok)
    return {
      ok: false,
      errors: read.errors.map((error) => ({ ...error, field: error.field.split('.').slice(2).join('.') })),
    };
  return { ok: true, point: read.value[0] as HandOverPoint };
}

/** Until when it is open today, and when it opens next: with nothing said of hours, both unknown. */
export interface OpenHours {
  readonly openUntil: string | null;
  readonly opens: { readonly day: string; readonly from: string } | null;
}

const WEEK = 7;

export function openHours(hours: readonly OpeningHours[], timeZone: string, now: Date): OpenHours {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString().slice(0, 5);
  const of = (weekday: number) => hours.filter(({ days }) => days.includes(weekday));
  const open = of(local.dayOfWeek)
    .filter(({ from, until }) => from <= time && time < until)
    .map(({ until }) => until)
    .sort()
    .at(-1);
  if (open !== undefined) return { openUntil: open, opens: null };
  for (let ahead = 0; ahead <= WEEK; ahead += 1) {
    const day = local.toPlainDate().add({ days: ahead });
    const from = of(day.dayOfWeek)
      .map((row) => row.from)
      .filter((at) => ahead > 0 || at > time)
      .sort()[0];
    if (from !== undefined) return { openUntil: null, opens: { day: day.toString(), from } };
  }
  return { openUntil: null, opens: null };
}

interface Point {
  readonly organizationId: string;
  readonly public: boolean;
  readonly closedAt: Date | null;
}

/** Takes things in and gives them out: owners and coordinators. */
export function mayKeepStock(actor: Actor | null, { organizationId }: Pick<Point, 'organizationId'>): boolean {
  return isMember(actor, organizationId, ['owner', 'coordinator']);
}

/** Open points that were made public are everybody's to know, with their organization verified; the others are known to its own people. */
export function maySeePoint(actor: Actor | null, point: Point, organizationStatus: string): boolean {
  return (
    isMember(actor, point.organizationId) ||
    (point.public && point.closedAt === null && organizationStatus === 'verified')
  );
}

export const POINT_VERBS = ['edit', 'see-stock', 'take-in', 'give-out', 'count', 'close', 'bring'] as const;
export type PointVerb = (typeof POINT_VERBS)[number];

/** `bring`: anybody with things to give, where the point is public. */
export function pointCan(actor: Actor | null, point: Point, organizationStatus: string): PointVerb[] {
  const open = point.closedAt === null;
  const bring: PointVerb[] =
    open && actor !== null && maySeePoint(actor, point, organizationStatus) && organizationStatus === 'verified'
      ? ['bring']
      : [];
  if (!mayKeepStock(actor, point)) return bring;
  if (!open) return ['see-stock'];
  const stock: PointVerb[] = organizationStatus === 'verified' ? ['take-in', 'give-out', 'count'] : [];
  return ['edit', 'see-stock', ...stock, 'close', ...bring];
}

export const ARRIVAL_VERBS = ['take-in', 'cancel'] as const;
export type ArrivalVerb = (typeof ARRIVAL_VERBS)[number];

/** What is on its way to a point: those who keep it take it in; they and the giver call it off. Nothing once it has ended. */
export function arrivalCan({ gives, keeps, open }: Record<'gives' | 'keeps' | 'open', boolean>): ArrivalVerb[] {
  const holds: Record<ArrivalVerb, boolean> = { 'take-in': open && keeps, cancel: open && (keeps || gives) };
  return ARRIVAL_VERBS.filter((verb) => holds[verb]);
}

interface Located {
  readonly lat: number;
  readonly lon: number;
}

/** Points by their way in a straight line from here, equally near ones in the order in which they came; one whose place is not known comes last. */
export function nearestFirst<Point extends { readonly place: string }>(
  points: readonly Point[],
  here: Located,
  placeOf: (code: string) => Located | undefined,
): Point[] {
  const far = ({ place }: Point): number => {
    const there = placeOf(place);
    return there ? distanceKm(here, there) : Number.MAX_VALUE;
  };
  return [...points].sort((a, b) => far(a) - far(b));
}
