import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { api, filledIn, type Problem } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

const NAMES = ['day', 'amount', 'purpose', 'number', 'payer', 'payerAccount', 'account'] as const;
const NEEDED: readonly string[] = ['day', 'amount', 'purpose'];
type Columns = Schema['SavedColumnsAnswer'];
const ORDERS: readonly Columns['dayOrder'][] = ['dmy', 'ymd', 'mdy'];

const useBankColumns = (org: string): UseQueryResult<Schema['BankColumnsAnswer']> =>
  useQuery({
    queryKey: ['bank-columns', org],
    queryFn: ({ signal }) => api.get('/organizations/{id}/bank-columns', { path: { id: org }, signal }),
  });
const saveColumns = ({ org, ...columns }: Partial<Columns> & { org: string }): Promise<unknown> =>
  api.put('/organizations/{id}/bank-columns', { path: { id: org }, body: filledIn(columns) });

function Form({ org, saved }: { org: string; saved: Columns | null }): ReactNode {
  const [columns, setColumns] = useState<Pick<Columns, 'dayOrder'> & Partial<Columns>>(saved ?? { dayOrder: 'dmy' });
  const [done, setDone] = useState(false);
  const action = useAction(saveColumns, { refresh: ['bank-columns'], onDone: () => setDone(true) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setDone(false);
    void action.run({
      org,
      dayOrder: columns.dayOrder,
      ...Object.fromEntries(
        NAMES.flatMap((name) =>
          columns[name]?.trim() || NEEDED.includes(name) ? [[name, columns[name]?.trim() ?? '']] : [],
        ),
      ),
    });
  };
  return (
    <form className="stack-3 gap-top-3" onSubmit={submit} aria-label={t('payments:columns.title')}>
      {NAMES.map((name) => (
        <TextField
          key={name}
          label={t(`payments:columns.${name}`)}
          optional={!NEEDED.includes(name)}
          maxLength={100}
          value={columns[name] ?? ''}
          error={action.error(name)}
          onChange={(event) => setColumns({ ...columns, [name]: event.target.value })}
        />
      ))}
      <SelectField
        label={t('payments:columns.dayOrder')}
        value={columns.dayOrder}
        onChange={(event) => setColumns({ ...columns, dayOrder: event.target.value as Columns['dayOrder'] })}
      >
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`payments:columns.order.${order}`)}
          </option>
        ))}
      </SelectField>
      <ProblemNotice problem={action.general} />
      {done && (
        <Notice look="good" role="status">
          <p>{t('payments:columns.saved')}</p>
        </Notice>
      )}
      <p>
        <Button type="submit" size="dense" busy={action.busy}>
          {t('payments:columns.send')}
        </Button>
      </p>
    </form>
  );
}

/**
 * Which columns the CSV of the organization's bank has.
 * @param asked the refusal of a file since nobody has named them: with each one the form opens and is gone to
 */
export function BankColumnsForm({ org, asked }: { org: string; asked: Problem | null }): ReactNode {
  const { data } = useBankColumns(org);
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!asked || !element.current) return;
    element.current.open = true;
    element.current.querySelector<HTMLElement>('input')?.focus();
  }, [asked]);
  return (
    <details ref={element} className="gap-top-4">
      <summary className="small strong">{t('payments:columns.title')}</summary>
      <p className="small muted gap-top-2">{t('payments:columns.lead')}</p>
      {data && <Form org={org} saved={data.columns} />}
    </details>
  );
}
