import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { count } from '../../../lib/amount.js';
import { day, dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { cancelStatement } from '../api/bank-rows.js';
import type { BankStatement } from '../api/payments.js';

/** What tells a file from others: its name, its days, how many lines it has, how it is written. */
export function FileFacts({ statement }: { statement: BankStatement }): ReactNode {
  const zone = useZone();
  const { fileName, firstDay, lastDay, rows, ignored, encoding } = statement;
  const facts = [
    fileName,
    firstDay &&
      (firstDay === lastDay ? day(firstDay, zone) : `${day(firstDay, zone)} – ${day(lastDay ?? firstDay, zone)}`),
    t('payments:bank.lines', { count: rows + ignored }),
    encoding,
  ].filter(Boolean);
  return <span className="break">{facts.join(' · ')}</span>;
}

/** Of a cancelled import: when, and what could not be taken back. */
export function CancelledNote({ statement: { cancelledAt, kept } }: { statement: BankStatement }): ReactNode {
  const zone = useZone();
  if (!cancelledAt) return null;
  return (
    <p className="small muted">
      {t('payments:bank.cancelledOn', { day: dayTime(cancelledAt, zone) })}
      {kept > 0 && ` ${t('payments:bank.kept', { count: kept })}`}
    </p>
  );
}

/** Cancels an import; what that does is said before it is done. Nothing where it cannot be cancelled. */
export function CancelStatement({ statement }: { statement: BankStatement }): ReactNode {
  const [asked, setAsked] = useState(false);
  const action = useAction(cancelStatement, {
    refresh: ['bank-statements', 'bank-rows', 'decided-rows', 'surpluses', 'needs', 'entries', 'bank-month'],
    onDone: () => setAsked(false),
  });
  if (!statement.can.includes('cancel')) return null;
  if (!asked)
    return (
      <Button size="dense" aria-expanded={false} onClick={() => setAsked(true)}>
        {t('payments:bank.cancel')}
      </Button>
    );
  const own = statement.rows - statement.alreadyKnown;
  return (
    <div className="stack-3 gap-top-3" role="group" aria-label={t('payments:bank.cancel')}>
      <p className="small">{t('payments:bank.cancelText', { count: own, rows: count(own) })}</p>
      <ProblemNotice problem={action.problem} />
      <p className="row row-wrap">
        <Button size="dense" look="main" busy={action.busy} onClick={() => void action.run({ id: statement.id })}>
          {t('payments:bank.cancelSure')}
        </Button>
        <Button size="dense" autoFocus onClick={() => setAsked(false)}>
          {t('payments:bank.cancelNot')}
        </Button>
      </p>
    </div>
  );
}
