import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { day as dayText, weekdayName } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { FREQUENCIES, WEEKDAYS, weekdayOf, type Frequency, type Repeat } from './repeat-rule.js';

interface Props {
  repeat: Repeat;
  /** The first day, `2026-12-07` or empty. */
  day: string;
  error: (field: string) => string | undefined;
  onChange: (repeat: Repeat) => void;
}

function Weekdays({ repeat, day, onChange }: Omit<Props, 'error'>): ReactNode {
  const own = weekdayOf(day);
  const toggle = (code: string): void => {
    const without = repeat.weekdays.filter((one) => one !== code);
    onChange({ ...repeat, weekdays: without.length < repeat.weekdays.length ? without : [...without, code] });
  };
  return (
    <fieldset className="stack-2">
      <legend className="label">{t('signUps:repeat.weekdays')}</legend>
      <div className="row row-wrap">
        {WEEKDAYS.map((code, at) => (
          <label className="check" key={code}>
            <input
              type="checkbox"
              checked={code === own || repeat.weekdays.includes(code)}
              disabled={code === own}
              onChange={() => toggle(code)}
            />
            <span>{weekdayName(at + 1)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Days of the rule on which there is no shift. */
function Except({ repeat, day, error, onChange }: Props): ReactNode {
  const [next, setNext] = useState('');
  const add = (): void => {
    if (next && !repeat.except.includes(next)) onChange({ ...repeat, except: [...repeat.except, next].sort() });
    setNext('');
  };
  return (
    <div className="stack-2">
      <TextField
        label={t('signUps:repeat.except')}
        optional
        type="date"
        min={day || undefined}
        value={next}
        error={error('repeat.except')}
        onChange={(event) => setNext(event.target.value)}
      />
      {next && (
        <div>
          <Button size="dense" onClick={add}>
            {t('signUps:repeat.exceptAdd')}
          </Button>
        </div>
      )}
      {repeat.except.length > 0 && (
        <ul className="chips">
          {repeat.except.map((one) => (
            <li key={one}>
              <Button
                size="dense"
                onClick={() => onChange({ ...repeat, except: repeat.except.filter((other) => other !== one) })}
              >
                {t('signUps:repeat.exceptNot', { day: dayText(`${one}T12:00:00Z`, 'UTC') })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Whether and how the shift comes again. */
export function ShiftRepeat({ repeat, day, error, onChange }: Props): ReactNode {
  const { frequency } = repeat;
  return (
    <>
      <SelectField
        label={t('signUps:repeat.label')}
        value={frequency}
        error={error('repeat.rule')}
        onChange={(event) => onChange({ ...repeat, frequency: event.target.value as Frequency })}
      >
        {FREQUENCIES.map((one) => (
          <option key={one} value={one}>
            {t(`signUps:repeat.frequency.${one}`)}
          </option>
        ))}
      </SelectField>
      {(frequency === 'weekly' || frequency === 'fortnightly') && <Weekdays {...{ repeat, day, onChange }} />}
      {frequency !== 'once' && (
        <>
          <TextField
            label={t('signUps:repeat.lastOn')}
            hint={t('signUps:repeat.hint')}
            optional
            type="date"
            min={day || undefined}
            value={repeat.lastOn}
            error={error('repeat.lastOn')}
            onChange={(event) => onChange({ ...repeat, lastOn: event.target.value })}
          />
          <Except {...{ repeat, day, error, onChange }} />
        </>
      )}
    </>
  );
}
