import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, read } from '../../../lib/api.js';
import type { Page } from '../../../lib/api-types.js';
import type { Operator } from '../../installation/api/installation.js';

export type StepState = 'done' | 'warning' | 'missing' | 'failed' | 'waits';
export interface Step {
  code: string;
  group: 'opening' | 'keeping' | 'region';
  state: StepState;
  required: boolean;
  name: string;
  says: string;
  outside: { write: string; documentation: string } | null;
}
export interface FirstDay {
  ready: boolean;
  steps: Step[];
  abilities: { code: string; because: string | null }[];
}

export const useFirstDay = (enabled: boolean): UseQueryResult<FirstDay> =>
  useQuery({ queryKey: ['first-day'], enabled, queryFn: ({ signal }) => read<FirstDay>('/admin/first-day', signal) });

export interface TestMail {
  ok: boolean;
  host: string;
  code: string;
  text: string;
}
export const sendTestMail = (_: undefined, key: string): Promise<TestMail> => post('/admin/test-mail', undefined, key);
export const sayOperator = (operator: Omit<Operator, 'phone'> & { phone?: string }): Promise<Operator> =>
  call('PUT', '/admin/operator', { body: operator });

export interface TextToEdit {
  purpose: string;
  published: { version: string; publishedAt: string } | null;
  draft: { ru: string; en: string } | null;
}
export const useTextsToEdit = (enabled: boolean): UseQueryResult<Page<TextToEdit>> =>
  useQuery({
    queryKey: ['texts-to-edit'],
    enabled,
    queryFn: ({ signal }) => read<Page<TextToEdit>>('/admin/texts', signal),
  });
export const publishText = (
  text: { purpose: string; ru: string; en: string; basedOn: string | null },
  key: string,
): Promise<TextToEdit> => post('/admin/texts', text, key);
