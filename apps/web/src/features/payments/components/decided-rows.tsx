import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { MorePages } from '../../../components/more-pages.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { undoRow, useDecidedRows, type DecidedRow } from '../api/bank-rows.js';

function DecidedLine({ row }: { row: DecidedRow }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const action = useAction(undoRow, {
    refresh: ['bank-rows', 'decided-rows', 'surpluses', 'needs', 'entries', 'bank-month'],
  });
  return (
    <li className="aside-line" data-row={row.id}>
      <div>
        <h3 className="h-dense num">{amounts.say(row.amount, row.unit)}</h3>
        <p className="small muted">
          {day(row.day, zone)}
          {row.number && ` · № ${row.number}`} · {t(row.byCode ? 'payments:bank.byCode' : 'payments:bank.byPerson')}
        </p>
        {row.gifts.length === 0 && <p className="small">{t(`payments:bank.was.${row.state}`)}</p>}
        {row.gifts.map(({ code, amount, needTitle }) => (
          <p key={code} className="small break">
            <Link className="code" to="/gifts/$code" params={{ code }}>
              {code}
            </Link>{' '}
            {row.state === 'split' && amounts.say(amount, row.unit)} {needTitle}
          </p>
        ))}
        <ProblemNotice problem={action.problem} />
      </div>
      <Button size="dense" busy={action.busy} onClick={() => void action.run({ id: row.id })}>
        {t('payments:bank.undo')}
      </Button>
    </li>
  );
}

/** Transfers of which it was said what they are; each can be taken back. Nothing where there are none. */
export function DecidedRows({ org }: { org: string }): ReactNode {
  const rows = useDecidedRows(org);
  const shown = rows.data?.pages.flatMap((page) => page.items) ?? [];
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="decided">
      <div className="panel">
        <div className="panel-head">
          <h2 className="h-dense" id="decided">
            {t('payments:bank.decided')}
          </h2>
        </div>
        <p className="small muted bank-note">{t('payments:bank.decidedLead')}</p>
        <ul>
          {shown.map((row) => (
            <DecidedLine key={row.id} row={row} />
          ))}
        </ul>
      </div>
      <MorePages pages={rows} />
    </section>
  );
}
