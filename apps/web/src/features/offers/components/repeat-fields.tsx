import type { ReactNode } from 'react';
import { TextField } from '../../../components/field.js';
import { dateIn } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import type { FieldsProps } from './offer-fields.js';
import { calendarDay, capital, rhythm } from './repeat-words.js';

const CHOICES = ['', 'weekly', 'monthly', 'yearly'] as const;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Once, or again and again from a first date; said back in words. */
export function RepeatFields({ draft, change, error }: FieldsProps): ReactNode {
  const { repeat, firstOn } = draft;
  return (
    <div className="stack">
      <div>
        <p className="label" id="how-often">
          {t('standing:howOften')}
        </p>
        <div className="seg repeat-seg" role="group" aria-labelledby="how-often">
          {CHOICES.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={repeat === choice}
              onClick={() => change({ repeat: choice })}
            >
              {t(`standing:choice.${choice || 'once'}`)}
            </button>
          ))}
        </div>
      </div>
      {repeat && (
        <div className="grid-2">
          <TextField
            label={t('standing:firstOn')}
            type="date"
            required
            min={dateIn(0)}
            max={dateIn(366)}
            value={firstOn}
            error={error('firstOn')}
            onChange={(event) => change({ firstOn: event.target.value })}
          />
          <TextField
            label={t('standing:lastOn')}
            optional
            type="date"
            min={firstOn || dateIn(0)}
            value={draft.lastOn}
            error={error('lastOn')}
            onChange={(event) => change({ lastOn: event.target.value })}
          />
        </div>
      )}
      <p className="small" role="status">
        {repeat && DAY.test(firstOn) && (
          <>
            {typograph(
              t('standing:first', {
                rhythm: capital(rhythm({ frequency: repeat, interval: 1, firstOn })),
                day: calendarDay(firstOn),
              }),
            )}
          </>
        )}
      </p>
    </div>
  );
}
