import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { post, query, read } from '../../../lib/api.js';
import type { FunnelStep, Kind, MatchPart, Page } from '../../../lib/api-types.js';

/** The parts of a score in the order in which they are shown; the weights of one version add up to a million. */
export const PARTS = ['purpose', 'place', 'urgency', 'waiting', 'completion', 'equity', 'preference', 'trust'] as const;
export type Part = (typeof PARTS)[number];
export type Weights = Record<Part, number>;
export const WHOLE = 1_000_000;

/** Jain's index over places (1: all received alike), with and without equity, and the share of the objective that equity costs. */
export interface Fairness {
  jain: number;
  jainWithoutEquity: number | null;
  priceOfEquity: number | null;
}
/** One moment of the first search, in shares of the bound at its end. */
export interface SearchStep {
  steps: number;
  found: number;
  bound: number;
}
/** Sums of one base unit. Objective and bound are integers as text: they may exceed 2^53. */
export interface UnitReport {
  kind: Kind;
  unit: string;
  offered: number;
  needed: number;
  matched: number;
  pairs: number;
  objective: string;
  upperBound: string;
  gap: number;
  flowGap: number;
  search: SearchStep[];
  fairness: Fairness;
}
interface Moved {
  before: number;
  after: number;
}
/** What has arrived of what was asked for in a year, before the plan and when all of it is agreed on. */
export interface MovedShares {
  region: Moved;
  places: (Moved & { place: string })[];
  jain: Moved;
  jainOfOrganizations: Moved;
}
interface Share {
  kind: Kind;
  unit: string;
  needed: number;
  matched: number;
  share: number;
}
export type PlaceShare = Share & { place: string };
export type SphereShare = Share & { sphere: string };
export interface Clearing {
  id: string;
  number: number;
  status: 'running' | 'done' | 'failed';
  kinds: Kind[];
  dryRun: boolean;
  at: string;
  finishedAt: string | null;
  by: 'clock' | 'administrator';
  askedGap: number;
  weights: { version: number; weights: Weights };
  inputDigest: string | null;
  planDigest: string | null;
  failure: string | null;
  offers: number | null;
  needs: number | null;
  pairs: number | null;
  matches: number | null;
  gap: number | null;
  flowGap: number | null;
  byUnit: UnitReport[];
  byPlace: PlaceShare[];
  bySphere: SphereShare[];
  /** Of a dry run with other weights: what the weights of today give to the same. */
  compared: {
    weights: { version: number; weights: Weights };
    fairness: Fairness;
    byPlace: PlaceShare[];
    bySphere: SphereShare[];
  } | null;
  moved: MovedShares | null;
  fairness: Fairness | null;
  seconds: Record<'read' | 'index' | 'pairs' | 'solve' | 'write', number> | null;
  can: string[];
}
export interface LineNeed {
  id: string;
  number: number;
  title: string | null;
  category: string;
  place: string;
}
export interface PlanLine {
  line: number;
  need: LineNeed;
  kind: Kind;
  amount: number;
  unit: string;
  score: number;
  parts: Omit<MatchPart, 'sentence'>[];
  outcome: 'proposed' | 'lowered' | 'overtaken' | null;
  status: string | null;
}
export interface Unmet {
  need: LineNeed;
  reason: string;
  details: { kind?: Kind; unit?: string; matched?: number; left?: number };
  funnel: FunnelStep[];
}
export interface WeightVersion {
  version: number;
  weights: Weights;
  at: string;
}

const WHILE_RUNNING_MS = 1500;

export const useClearings = (cursor: string | undefined): UseQueryResult<Page<Clearing>> =>
  useQuery<Page<Clearing>>({
    queryKey: ['clearings', 'list', cursor],
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.status === 'running') ? WHILE_RUNNING_MS : false,
    queryFn: ({ signal }) => read<Page<Clearing>>(`/clearings${query({ limit: 20, cursor })}`, signal),
  });
export const useClearing = (id: string, enabled = true): UseQueryResult<Clearing> =>
  useQuery<Clearing>({
    queryKey: ['clearings', 'one', id],
    enabled,
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? WHILE_RUNNING_MS : false),
    queryFn: ({ signal }) => read<Clearing>(`/clearings/${encodeURIComponent(id)}`, signal),
  });
export const usePlanLines = (
  id: string,
  cursor: string | undefined,
  enabled: boolean,
): UseQueryResult<Page<PlanLine>> =>
  useQuery({
    queryKey: ['clearings', 'lines', id, cursor],
    enabled,
    queryFn: ({ signal }) =>
      read<Page<PlanLine>>(`/clearings/${encodeURIComponent(id)}/lines${query({ limit: 20, cursor })}`, signal),
  });
export const useUnmet = (id: string, enabled: boolean): UseQueryResult<Page<Unmet>> =>
  useQuery({
    queryKey: ['clearings', 'unmet', id],
    enabled,
    queryFn: ({ signal }) =>
      read<Page<Unmet>>(`/clearings/${encodeURIComponent(id)}/unmet${query({ limit: 50 })}`, signal),
  });
export const startClearing = (form: { dryRun?: boolean; weights?: Weights }, key: string): Promise<{ id: string }> =>
  post('/clearings', form, key);

export const useWeights = (enabled: boolean): UseQueryResult<WeightVersion[]> =>
  useQuery({
    queryKey: ['weights'],
    enabled,
    queryFn: ({ signal }) => read<Page<WeightVersion>>('/weights?limit=10', signal).then((page) => page.items),
  });
export const publishWeights = (
  form: { weights: Weights; basedOn: number; reason: string },
  key: string,
): Promise<WeightVersion> => post('/weights', form, key);
