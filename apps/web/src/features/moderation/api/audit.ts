import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Schema } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';

export type AuditEntry = Schema['AuditEntryAnswer'];
export type AuditFilters = Pick<QueryOf<'/audit-log'>, 'subjectType' | 'subjectId' | 'cursor'>;
export const useAudit = (filters: AuditFilters, enabled: boolean): UseQueryResult<Page<AuditEntry>> =>
  useQuery({
    queryKey: ['audit', filters],
    enabled,
    queryFn: ({ signal }) => api.get('/audit-log', { query: { ...filters, limit: 50 }, signal }),
  });
