import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { clockOf, instantIn, localDate } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import type { Schema, Shift } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { editShift } from '../api/shifts.js';
import { endsNextDay, nextDayWords } from './next-day.js';
import { SeriesChoice } from './series-parts.js';
import { saidIn, ShiftWordFields, wordsOf, type ShiftWords } from './shift-words.js';

interface Draft extends ShiftWords {
  day: string;
  from: string;
  until: string;
  capacity: string;
}

const draftOf = (shift: Shift): Draft => {
  const { from, until, timeZone, capacity } = shift;
  return {
    day: localDate(shift.anyTime ? until : from, timeZone),
    from: clockOf(from, timeZone),
    until: clockOf(until, timeZone),
    capacity: String(capacity),
    ...wordsOf(shift),
  };
};

/** Only what is another than before: a change of all later ones leaves alone what it does not name. */
function changesOf(shift: Shift, now: Draft): Schema['EditShiftDto'] {
  const before = draftOf(shift);
  const other = (...fields: (keyof Draft)[]): boolean => fields.some((field) => now[field] !== before[field]);
  return {
    ...(other('day', 'from', 'until')
      ? {
          ...(shift.anyTime ? {} : { from: instantIn(now.day, now.from, shift.timeZone) }),
          until: instantIn(now.day, now.until, shift.timeZone, !shift.anyTime && endsNextDay(now) ? 1 : 0),
        }
      : {}),
    ...(other('capacity') ? { capacity: Number(now.capacity) } : {}),
    ...Object.fromEntries(Object.entries(saidIn(now)).filter(([field]) => other(field as keyof ShiftWords))),
  };
}

/** Changes a shift, or all later ones of its series too. */
export function EditShift({ shift }: { shift: Shift }): ReactNode {
  const [form, setForm] = useState<Draft | null>(null);
  const amounts = useAmounts();
  const [later, setLater] = useState(false);
  const all = useRef<HTMLFormElement>(null);
  const action = useAction(editShift, { refresh: ['shifts'], onDone: () => setForm(null) });
  if (!shift.can.includes('edit')) return null;
  if (!form)
    return (
      <div>
        <Button onClick={() => setForm(draftOf(shift))}>{t('shiftsDesk:editShift')}</Button>
      </div>
    );
  const field = (name: keyof Draft): { value: string; onChange: (event: { target: { value: string } }) => void } => ({
    value: form[name],
    onChange: (event) => setForm({ ...form, [name]: event.target.value }),
  });
  const send = async (): Promise<void> => {
    await action.run({
      id: shift.id,
      version: shift.version,
      changes: { ...changesOf(shift, form), ...(later ? { later } : {}) },
    });
    focusFirstError(all.current);
  };
  return (
    <form
      className="stack"
      ref={all}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 className="h-block">{t('shiftsDesk:editShift')}</h2>
      <SeriesChoice shift={shift} later={later} onChange={setLater} />
      <TextField
        label={t(shift.anyTime ? 'volunteering:anyTime.lastDay' : 'shiftsDesk:day')}
        type="date"
        error={action.error('from')}
        {...field('day')}
        required
      />
      {!shift.anyTime && <TextField label={t('shiftsDesk:from')} type="time" {...field('from')} required />}
      <TextField
        label={t(shift.anyTime ? 'volunteering:anyTime.by' : 'shiftsDesk:until')}
        type="time"
        hint={shift.anyTime ? undefined : nextDayWords(form, amounts)}
        error={action.error('until')}
        {...field('until')}
        required
      />
      <TextField
        label={t('shiftsDesk:capacity')}
        type="number"
        inputMode="numeric"
        min={1}
        error={action.error('capacity')}
        {...field('capacity')}
        required
      />
      <ShiftWordFields words={form} wrong={action.error} onChange={(said) => setForm({ ...form, ...said })} />
      <p className="hint">{t('shiftsDesk:editHint')}</p>
      <ProblemNotice problem={action.general} />
      <div className="row">
        <Button type="submit" look="main" busy={action.busy}>
          {t('shiftsDesk:editGo')}
        </Button>
        <Button look="plain" onClick={() => setForm(null)}>
          {t('form.close')}
        </Button>
      </div>
    </form>
  );
}
