import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Schema } from '../../../lib/api-types.js';

export type Weights = Schema['PartWeightsAnswer'];
export type Part = keyof Weights;
/** The parts of a score in the order in which they are shown; the weights of one version add up to a million. */
export const PARTS = [
  'purpose',
  'place',
  'urgency',
  'waiting',
  'completion',
  'equity',
  'preference',
  'trust',
] as const satisfies readonly Part[];
export const WHOLE = 1_000_000;

export type Clearing = Schema['ClearingAnswer'];
/** Jain's index over places (1: all received alike), with and without equity, and the share of the objective that equity costs. */
export type Fairness = Schema['FairnessAnswer'];
/** One moment of the first search, in shares of the bound at its end. */
export type SearchStep = Schema['SearchStepAnswer'];
/** Sums of one base unit. Objective and bound are integers as text: they may exceed 2^53. */
export type UnitReport = Schema['UnitReportAnswer'];
/** What has arrived of what was asked for in a year, before the plan and when all of it is agreed on. */
export type MovedShares = Schema['MovedSharesAnswer'];
export type PlaceShare = Schema['PlaceShareAnswer'];
export type SphereShare = Schema['SphereShareAnswer'];
export type PlanLine = Schema['LineAnswer'];
export type LineNeed = PlanLine['need'];
export type Unmet = Schema['UnmetItemAnswer'];
export type WeightVersion = Schema['WeightsAnswer'];

const WHILE_RUNNING_MS = 1500;

export const useClearings = (cursor: string | undefined): UseQueryResult<Page<Clearing>> =>
  useQuery<Page<Clearing>>({
    queryKey: ['clearings', 'list', cursor],
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.status === 'running') ? WHILE_RUNNING_MS : false,
    queryFn: ({ signal }) => api.get('/clearings', { query: { limit: 20, cursor }, signal }),
  });
export const useClearing = (id: string, enabled = true): UseQueryResult<Clearing> =>
  useQuery<Clearing>({
    queryKey: ['clearings', 'one', id],
    enabled,
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? WHILE_RUNNING_MS : false),
    queryFn: ({ signal }) => api.get('/clearings/{id}', { path: { id }, signal }),
  });
export const usePlanLines = (
  id: string,
  cursor: string | undefined,
  enabled: boolean,
): UseQueryResult<Page<PlanLine>> =>
  useQuery({
    queryKey: ['clearings', 'lines', id, cursor],
    enabled,
    queryFn: ({ signal }) => api.get('/clearings/{id}/lines', { path: { id }, query: { limit: 20, cursor }, signal }),
  });
/** So many stand there at first: each has its conditions, and a phone lays all of them out at once. */
export const UNMET_FIRST = 12;
export const UNMET_MOST = 50;
export const useUnmet = (id: string, limit: number): UseQueryResult<Page<Unmet>> =>
  useQuery({
    queryKey: ['clearings', 'unmet', id, limit],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/clearings/{id}/unmet', { path: { id }, query: { limit }, signal }),
  });
export const startClearing = (form: Schema['StartClearingDto'], key: string): Promise<{ id: string }> =>
  api.post('/clearings', { body: form, key });

export const useWeights = (enabled: boolean): UseQueryResult<WeightVersion[]> =>
  useQuery({
    queryKey: ['weights'],
    enabled,
    queryFn: ({ signal }) => api.get('/weights', { query: { limit: 10 }, signal }).then((page) => page.items),
  });
export const publishWeights = (form: Schema['PublishWeightsDto'], key: string): Promise<Schema['PublishedAnswer']> =>
  api.post('/weights', { body: form, key });

export type WeightChange = Schema['WeightChangeAnswer'];
export const useWeightChanges = (enabled: boolean): UseQueryResult<Schema['WeightChangesAnswer']> =>
  useQuery({
    queryKey: ['weights', 'changes'],
    enabled,
    queryFn: ({ signal }) => api.get('/weights/changes', { signal }),
  });
export const decideChange = (
  { id, ...body }: Schema['ChangeDecisionDto'] & { id: string },
  key: string,
): Promise<unknown> => api.post('/weights/changes/{id}/decision', { path: { id }, body, key });
