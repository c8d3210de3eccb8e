import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../../lib/api.js';

export interface QueueHealth {
  area: string;
  waiting: number;
  oldestSeconds: number | null;
  lastHour: number | null;
  stopped: number;
}
interface Lag {
  waiting: number;
  lagSeconds: number;
}
/** Null: not known. */
export interface Health {
  at: string;
  answers: { since: string; count: number; median: number | null; p99: number | null; faults: number };
  queues: QueueHealth[] | null;
  dueRowsFailed: number | null;
  relay: Lag | null;
  seal: Lag | null;
  mails: {
    server: string | null;
    sentLastDay: number | null;
    waiting: number | null;
    oldestSeconds: number | null;
    failedLastDay: number | null;
  };
  backups: {
    last: { at: string; encrypted: boolean; bytes: number | null } | null;
    days: { day: string; count: number | null }[];
  };
  disk: { databaseBytes: number | null; files: { free: number; all: number } | null };
  versions: {
    api: string;
    postgresql: string | null;
    schema: number | null;
    workerConnections: number | null;
    connections: number | null;
    connectionsMax: number | null;
  };
}

export const useHealth = (enabled: boolean): UseQueryResult<Health> =>
  useQuery({
    queryKey: ['health'],
    enabled,
    refetchInterval: 30_000,
    queryFn: ({ signal }) => read<Health>('/admin/health', signal),
  });

export interface Attention {
  stoppedJobs: number;
  sleepingRoles: number;
}
/** What the menu counts; read again where something was done about it. */
export const useAttention = (enabled: boolean): UseQueryResult<Attention> =>
  useQuery({
    queryKey: ['attention'],
    enabled,
    staleTime: 30_000,
    refetchInterval: 60_000,
    queryFn: ({ signal }) => read<Attention>('/admin/attention', signal),
  });
