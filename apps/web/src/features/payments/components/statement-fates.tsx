import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { MorePages } from '../../../components/more-pages.js';
import { Bones, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { day, dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { statementOf, statementRows, type StatementOfBank, type StatementRow } from '../api/bank-rows.js';

/** As many cells as are drawn at most: three lines of a wide page. */
const CELLS_MOST = 114;

interface Fate {
  readonly fate: string;
  readonly rows: number;
  readonly note: string;
}

/** A line of the file of its own cell each; of more lines than there are cells each stands for several, and no fate is without one. */
function FateCells({ fates }: { fates: readonly Fate[] }): ReactNode {
  const lines = fates.reduce((sum, { rows }) => sum + rows, 0);
  const each = Math.max(1, Math.ceil(lines / CELLS_MOST));
  const parts = fates.map(({ fate, rows }) => `${t(`payments:bank.fate.${fate}`)} ${count(rows)}`).join(', ');
  return (
    <>
      <div className="fates" role="img" aria-label={t('payments:bank.fatesName', { count: lines, parts })}>
        {fates.flatMap(({ fate, rows }) =>
          Array.from({ length: Math.max(1, Math.round(rows / each)) }, (_, at) => (
            <i key={`${fate} ${at}`} className={`fate-${fate}`} />
          )),
        )}
      </div>
      {each > 1 && <p className="small muted gap-top-2">{t('payments:bank.cell', { count: each })}</p>}
    </>
  );
}

function useFates({ fates, alreadyKnown, ignored }: StatementOfBank): readonly Fate[] {
  const amounts = useAmounts();
  return [
    ...fates.map(({ fate, rows, amount }) => ({ fate, rows, note: amounts.say(amount, 'kopeck') })),
    { fate: 'known', rows: alreadyKnown, note: t('payments:bank.fateNote.known') },
    { fate: 'ignored', rows: ignored, note: t('payments:bank.fateNote.ignored') },
  ].filter(({ rows }) => rows > 0);
}

function Drawn({ statement }: { statement: StatementOfBank }): ReactNode {
  const fates = useFates(statement);
  return (
    <>
      <FateCells fates={fates} />
      <dl className="fate-key gap-top-4">
        {fates.map(({ fate, rows, note }) => (
          <div key={fate}>
            <dt>
              <i className={`fate-${fate}`} aria-hidden="true" />
              {t(`payments:bank.fate.${fate}`)}
            </dt>
            <dd>
              <span className="num">{count(rows)}</span> <small className="num">{note}</small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function RowLine({ row }: { row: StatementRow }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const { state, reason, gifts } = row;
  return (
    <li className="aside-line">
      <div>
        <p className="strong num">{amounts.say(row.amount, row.unit)}</p>
        <p className="small muted">
          {day(row.day, zone)}
          {row.number && ` · № ${row.number}`}
        </p>
      </div>
      <div className="fate-said small">
        {gifts.map(({ code, amount, needTitle }) => (
          <p key={code} className="break">
            <Link className="code" to="/gifts/$code" params={{ code }}>
              {code}
            </Link>{' '}
            {state === 'split' && amounts.say(amount, row.unit)} {needTitle}
          </p>
        ))}
        {gifts.length > 0 && (
          <p className="muted">{t(row.byCode ? 'payments:bank.byCode' : 'payments:bank.byPerson')}</p>
        )}
        {reason === 'kept' && <p>{t('payments:bank.reason.kept')}</p>}
        {state === 'to-decide' && (
          <p>
            {t(`payments:bank.reason.${reason ?? 'no-code'}`)}
            {reason !== 'new' && (
              <>
                {' · '}
                <a href="#decide">{t('payments:bank.decideIt')}</a>
              </>
            )}
          </p>
        )}
        {gifts.length === 0 && state !== 'to-decide' && <p>{t(`payments:bank.was.${state}`)}</p>}
      </div>
    </li>
  );
}

function Rows({ id }: { id: string }): ReactNode {
  const rows = useInfiniteQuery(statementRows(id));
  const shown = rows.data?.pages.flatMap((page) => page.items) ?? [];
  if (rows.isPending) return <Bones rows={3} />;
  return (
    <>
      <ul className="panel gap-top-3">
        {shown.map((row) => (
          <RowLine key={row.id} row={row} />
        ))}
      </ul>
      <MorePages pages={rows} />
    </>
  );
}

/** What became of each line of a file: a cell for each, the sums, and the rows themselves with the gifts that they are. */
export function StatementFates({ id, uploadedAt }: { id: string; uploadedAt: string }): ReactNode {
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const query = useQuery(statementOf(id));
  return (
    <Loaded query={query} bones={<Bones rows={2} />}>
      {(statement) => (
        <>
          <Drawn statement={statement} />
          {statement.fates.length > 0 && (
            <details className="gap-top-4" onToggle={(event) => setOpen(event.currentTarget.open)}>
              <summary>{t('payments:bank.rowsOf', { day: dayTime(uploadedAt, zone) })}</summary>
              {open && <Rows id={id} />}
            </details>
          )}
        </>
      )}
    </Loaded>
  );
}
