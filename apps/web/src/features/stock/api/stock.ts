import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { HandOverPoint, OpeningHours } from '../../matching/api/meeting.js';

/** Where things are taken in: what everybody knows of it. */
export interface Point extends HandOverPoint {
  id: string;
  organization: string;
  organizationName: string;
  place: string;
  hours: OpeningHours[];
  status: 'open' | 'closed';
  version: number;
  openUntil: string | null;
  opens: { day: string; from: string } | null;
  wanted: string[];
  can: string[];
}
export interface Lot {
  id: string;
  point: string;
  offer: string | null;
  kit: string | null;
  category: string;
  item: string | null;
  title: string | null;
  amount: number;
  unit: string;
  saidUnit: string;
  bestBefore: string | null;
  freshness: 'expired' | 'soon' | 'fine' | 'none';
  daysLeft: number | null;
  coldChain: boolean;
  note: string | null;
  takenInAt: string;
  can: string[];
}
export interface Step {
  id: string;
  at: string;
  kind: string;
  amount: number;
  need: { id: string; number: number; title: string } | null;
  reason: string | null;
}
export interface Arrival {
  id: string;
  offer: string;
  title: string | null;
  category: string;
  item: string | null;
  amount: number;
  unit: string;
  bestBefore: string | null;
  giver: string;
  point: { id: string; name: string; address: string; organizationName: string };
  announcedAt: string;
  status: 'announced' | 'taken_in' | 'cancelled';
  code: string | null;
  codeUsedUp: boolean;
  steps: Step[];
  can: string[];
}
export interface FittingNeed {
  id: string;
  number: number;
  title: string;
  open: number;
  unit: string;
  lots: string[];
}
export interface Kit {
  id: string;
  name: string;
  item: string;
  parts: { item: string; amount: number; unit: string }[];
  possible: number;
  short: string | null;
  can: string[];
}
/** Things on their way between two points. */
export interface Move {
  id: string;
  lot: Lot;
  from: { id: string; name: string };
  to: { id: string; name: string };
  amount: number;
  note: string | null;
  sentAt: string;
  can: string[];
}

export interface Stock {
  point: Point;
  today: string;
  lots: Lot[];
  kinds: number;
  soon: number;
  expired: number;
  lastCount: { at: string; differences: number } | null;
  arrivals: Arrival[];
  moves: Move[];
  needs: FittingNeed[];
  kits: Kit[];
}
export interface LotPath {
  lot: Lot;
  from: { giver: string; at: string } | null;
  steps: Step[];
}
export interface Count {
  id: string;
  at: string;
  rows: {
    lot: string;
    item: string | null;
    category: string;
    title: string | null;
    unit: string;
    book: number;
    counted: number;
    reason: string | null;
    note: string | null;
  }[];
}
interface Items<T> {
  items: T[];
}

/** Everything that is read anew when something is done at a point. */
export const AFTER_STOCK = ['stock', 'points', 'needs', 'offers', 'arrivals'];
export const DIFFERENCE_REASONS = ['broken', 'expired', 'missing', 'miscounted', 'other'] as const;

export const usePoints = (of: { organization?: string; place?: string }, enabled = true): UseQueryResult<Point[]> =>
  useQuery({
    queryKey: ['points', of],
    enabled,
    queryFn: ({ signal }) => read<Items<Point>>(`/points${query(of)}`, signal).then(({ items }) => items),
  });
export const useStock = (point: string, enabled: boolean): UseQueryResult<Stock> =>
  useQuery({
    queryKey: ['stock', point],
    enabled,
    queryFn: ({ signal }) => read<Stock>(`/points/${point}/stock`, signal),
  });
export const useLotPath = (lot: string): UseQueryResult<LotPath> =>
  useQuery({ queryKey: ['stock', 'lot', lot], queryFn: ({ signal }) => read<LotPath>(`/lots/${lot}`, signal) });
export const useCounts = (point: string): UseQueryResult<Count[]> =>
  useQuery({
    queryKey: ['stock', 'counts', point],
    queryFn: ({ signal }) => read<Items<Count>>(`/points/${point}/counts`, signal).then(({ items }) => items),
  });
export const useArrivals = (offer: string, enabled: boolean): UseQueryResult<Arrival[]> =>
  useQuery({
    queryKey: ['arrivals', offer],
    enabled,
    queryFn: ({ signal }) => read<Items<Arrival>>(`/offers/${offer}/arrivals`, signal).then(({ items }) => items),
  });

/** Opens a point, or changes the one that is there as it was read. */
export const savePoint = (
  { org, known, form }: { org: string; known: Point | undefined; form: HandOverPoint },
  key: string,
): Promise<Point> =>
  known
    ? call('PATCH', `/points/${known.id}`, { body: form, ifMatch: `"v${known.version}"` })
    : post(`/organizations/${org}/points`, form, key);
export const closePoint = (id: string, key: string): Promise<Point> => post(`/points/${id}/close`, {}, key);

export interface Intake {
  arrival?: string;
  code?: string;
  quantity?: string;
  unit?: string;
  bestBefore?: string | null;
  note?: string;
  brought?: { item?: string; category?: string; title?: string; quantity: string; unit: string; coldChain?: boolean };
}
export const takeIn = ({ point, ...form }: Intake & { point: string }, key: string): Promise<LotPath> =>
  post(`/points/${point}/intakes`, form, key);
export const giveOut = (
  { point, ...form }: { point: string; need: string; lot?: string; quantity: string; unit: string },
  key: string,
): Promise<Stock> => post(`/points/${point}/issues`, form, key);
export interface CountRow {
  lot: string;
  book: number;
  quantity: string;
  unit: string;
  reason?: string;
}
export const enterCount = ({ point, rows }: { point: string; rows: CountRow[] }, key: string): Promise<Stock> =>
  post(`/points/${point}/counts`, { rows }, key);
export const writeOff = (
  { lot, ...form }: { lot: string; quantity?: string; unit?: string; reason: string; note?: string },
  key: string,
): Promise<LotPath> => post(`/lots/${lot}/write-off`, form, key);
export const takeApart = ({ lot, count }: { lot: string; count: number }, key: string): Promise<LotPath> =>
  post(`/lots/${lot}/take-apart`, { count }, key);

export interface KitForm {
  name: string;
  item: string;
  parts: { item: string; quantity: string; unit: string }[];
}
export const makeKit = ({ org, ...form }: KitForm & { org: string }, key: string): Promise<Kit> =>
  post(`/organizations/${org}/kits`, form, key);
export const retireKit = (id: string, key: string): Promise<Kit> => post(`/kits/${id}/retire`, {}, key);
export const assembleKits = (
  { point, ...form }: { point: string; kit: string; count: number },
  key: string,
): Promise<LotPath> => post(`/points/${point}/kits`, form, key);

export const announceArrival = (
  { point, ...form }: { point: string; offer: string; quantity?: string; unit?: string },
  key: string,
): Promise<Arrival> => post(`/points/${point}/arrivals`, form, key);
export const cancelArrival = (id: string, key: string): Promise<Arrival> => post(`/arrivals/${id}/cancel`, {}, key);
