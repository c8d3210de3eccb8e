import type { ReactNode } from 'react';
import { MorePages } from '../../../components/more-pages.js';
import { count } from '../../../lib/amount.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useStatements } from '../api/bank-rows.js';
import type { BankStatement } from '../api/payments.js';

function StatementLine({ statement }: { statement: BankStatement }): ReactNode {
  const { rows, left, recognised, alreadyKnown, ignored } = statement;
  const name = dayTime(statement.uploadedAt);
  return (
    <li className="aside-line">
      <div>
        <h3 className="h-dense">{name}</h3>
        {left > 0 ? (
          <>
            <progress
              className="reading"
              aria-label={t('payments:bank.progress', { name })}
              max={rows}
              value={rows - left}
            />
            <p className="small muted num">
              {t('payments:bank.readSoFar', { done: count(rows - left), all: count(rows) })}
            </p>
          </>
        ) : (
          <p className="small muted">
            {t('payments:bank.came', { recognised: count(recognised), known: count(alreadyKnown), count: rows })}
            {ignored > 0 && ` · ${t('payments:bank.notOurs', { count: ignored })}`}
          </p>
        )}
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
    <section className="gap-top-8" aria-labelledby="statements">
      <h2 className="h-block gap-below-4" id="statements">
        {t('payments:bank.statements')}
      </h2>
      <ul className="panel">
        {shown.map((statement) => (
          <StatementLine key={statement.id} statement={statement} />
        ))}
      </ul>
      <MorePages pages={statements} />
    </section>
  );
}
