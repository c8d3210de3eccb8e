import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Schema } from '../../../lib/api-types.js';

export type FirstDay = Schema['FirstDayAnswer'];
export type Step = FirstDay['steps'][number];
export type StepState = Step['state'];

export const stands = ({ state }: Step): boolean => state === 'done' || state === 'warning';

export const useFirstDay = (enabled: boolean): UseQueryResult<FirstDay> =>
  useQuery({ queryKey: ['first-day'], enabled, queryFn: ({ signal }) => api.get('/admin/first-day', { signal }) });

export type TestMail = Schema['TestMailAnswer'];
export const sendTestMail = (_: undefined, key: string): Promise<TestMail> => api.post('/admin/test-mail', { key });
export const sayOperator = (body: Schema['OperatorDto']): Promise<Schema['OperatorAnswer']> =>
  api.put('/admin/operator', { body });

export type TextToEdit = Schema['TextToEditAnswer'];
export const useTextsToEdit = (enabled: boolean): UseQueryResult<Page<TextToEdit>> =>
  useQuery({
    queryKey: ['texts-to-edit'],
    enabled,
    queryFn: ({ signal }) => api.get('/admin/texts', { signal }),
  });
export const publishText = (body: Schema['TextDto'], key: string): Promise<TextToEdit> =>
  api.post('/admin/texts', { body, key });
