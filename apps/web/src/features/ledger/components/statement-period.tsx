import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { localDate } from '../../../lib/dates.js';
import { useAddressed, wordsIn } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { periodAround, periodNamed, PERIODS, type Days } from '../periods.js';

/** This month, quarter or year, or days of one's own. */
export function StatementPeriod({
  days,
  timeZone,
  onChoose,
}: {
  days: Days;
  timeZone: string;
  onChoose: (days: Days) => void;
}): ReactNode {
  const today = localDate(new Date().toISOString(), timeZone);
  const chosen = periodNamed(days, today);
  const from = useAddressed(days.from);
  const to = useAddressed(days.to);
  const show = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const [first, last] = [wordsIn(event.currentTarget, 'from'), wordsIn(event.currentTarget, 'to')];
    if (first && last) onChoose({ from: first, to: last });
  };
  return (
    <div className="statement-period no-print">
      <div className="seg seg-dense" role="group" aria-label={t('statement:period')}>
        {PERIODS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={chosen === name}
            onClick={() => onChoose(periodAround(today, name))}
          >
            {t(`statement:periods.${name}`)}
          </button>
        ))}
        <button type="button" aria-pressed={chosen === null} onClick={() => from.current?.focus()}>
          {t('statement:periods.own')}
        </button>
      </div>
      <form className="row" onSubmit={show}>
        <input
          ref={from}
          className="input input-dense"
          type="date"
          name="from"
          aria-label={t('statement:from')}
          defaultValue={days.from}
          required
        />
        <span className="muted" aria-hidden="true">
          –
        </span>
        <input
          ref={to}
          className="input input-dense"
          type="date"
          name="to"
          aria-label={t('statement:to')}
          defaultValue={days.to}
          required
        />
        <Button look="quiet" size="dense" type="submit">
          {t('statement:show')}
        </Button>
      </form>
    </div>
  );
}
