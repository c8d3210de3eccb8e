import { useState, type ReactNode } from 'react';
import { MorePages } from '../../../components/more-pages.js';
import { count } from '../../../lib/amount.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { useStatements } from '../api/bank-rows.js';
import type { BankStatement } from '../api/payments.js';
import { CancelledNote, CancelStatement, FileFacts } from './statement-cancel.js';
import { StatementFates } from './statement-fates.js';

/** What became of the file that was imported last and not cancelled. Nothing where there is none, or while it is read. */
export function LastStatement({ org }: { org: string }): ReactNode {
  const last = useStatements(org).data?.pages[0]?.items.find(({ can }) => can.includes('cancel'));
  if (last?.status !== 'done') return null;
  return (
    <section className="panel bank-last" aria-labelledby="fates">
      <div className="panel-head bank-head">
        <h2 className="h-dense" id="fates">
          {t('payments:bank.fates')}
        </h2>
        <p className="small muted push">
          <FileFacts statement={last} />
        </p>
      </div>
      <div className="panel-body">
        <StatementFates id={last.id} uploadedAt={last.uploadedAt} />
        <div className="gap-top-4">
          <CancelStatement statement={last} />
        </div>
      </div>
    </section>
  );
}

function StatementLine({ statement }: { statement: BankStatement }): ReactNode {
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const { rows, left, recognised, alreadyKnown, ignored, status } = statement;
  const cancelled = status === 'cancelling' || status === 'cancelled';
  const name = dayTime(statement.uploadedAt, zone);
  return (
    <li className="aside-line">
      <div className="grow">
        <h3 className="h-dense">{name}</h3>
        <p className="small muted">
          <FileFacts statement={statement} />
        </p>
        <CancelledNote statement={statement} />
        {left > 0 ? (
          <>
            <progress
              className="reading"
              aria-label={t(cancelled ? 'payments:bank.cancelProgress' : 'payments:bank.progress', { name })}
              max={rows}
              value={rows - left}
            />
            <p className="small muted num">
              {t(cancelled ? 'payments:bank.cancelledSoFar' : 'payments:bank.readSoFar', {
                done: count(rows - left),
                all: count(rows),
              })}
            </p>
          </>
        ) : cancelled ? null : (
          <p className="small muted">
            {t('payments:bank.came', { recognised: count(recognised), known: count(alreadyKnown), count: rows })}
            {ignored > 0 && ` · ${t('payments:bank.notOurs', { count: ignored })}`}
          </p>
        )}
        {left === 0 && (
          <details className="small gap-top-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{t('payments:bank.fates')}</summary>
            <div className="gap-top-3">
              {open && <StatementFates id={statement.id} uploadedAt={statement.uploadedAt} />}
            </div>
          </details>
        )}
        <div className="gap-top-2">
          <CancelStatement statement={statement} />
        </div>
      </div>
    </li>
  );
}

/** Statements that were imported before, and how far one that is read now is. Nothing where there are none. */
export function BankStatements({ org }: { org: string }): ReactNode {
  const statements = useStatements(org);
  const shown = statements.data?.pages.flatMap((page) => page.items) ?? [];
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="statements">
      <div className="panel">
        <div className="panel-head">
          <h2 className="h-dense" id="statements">
            {t('payments:bank.statements')}
          </h2>
        </div>
        <ul>
          {shown.map((statement) => (
            <StatementLine key={statement.id} statement={statement} />
          ))}
        </ul>
      </div>
      <MorePages pages={statements} />
    </section>
  );
}
