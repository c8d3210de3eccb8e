import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { instantIn } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import type { Need } from '../../../lib/api-types.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { planShift } from '../api/shifts.js';
import { endsNextDay, nextDayWords } from './next-day.js';
import { ONCE, repeatOf } from './repeat-rule.js';
import { ShiftRepeat } from './shift-repeat.js';
import { NO_WORDS, saidIn, ShiftWordFields } from './shift-words.js';
import { decimal } from '../../../lib/decimal.js';

const EMPTY = { day: '', from: '10:00', until: '13:00', capacity: '5', hours: '2' };
type Form = typeof EMPTY;

interface WhenProps {
  form: Form;
  anyTime: boolean;
  wrong: (field: string) => string | undefined;
  set: (field: keyof Form) => (event: { target: { value: string } }) => void;
  onAnyTime: (anyTime: boolean) => void;
}

/** An hour of a day, or how long it takes until a last day. */
function WhenFields({ form, anyTime, wrong, set, onAnyTime }: WhenProps): ReactNode {
  const amounts = useAmounts();
  return (
    <>
      <fieldset className="stack-2">
        <legend className="strong">{t('volunteering:anyTime.when')}</legend>
        {([false, true] as const).map((one) => (
          <label key={String(one)} className="check">
            <input type="radio" name="any-time" checked={anyTime === one} onChange={() => onAnyTime(one)} />
            {t(one ? 'volunteering:anyTime.any' : 'volunteering:anyTime.hours')}
          </label>
        ))}
      </fieldset>
      <TextField
        label={t(anyTime ? 'volunteering:anyTime.lastDay' : 'shiftsDesk:day')}
        type="date"
        value={form.day}
        error={wrong('from')}
        onChange={set('day')}
        required
      />
      {!anyTime && (
        <TextField label={t('shiftsDesk:from')} type="time" value={form.from} onChange={set('from')} required />
      )}
      <TextField
        label={t(anyTime ? 'volunteering:anyTime.by' : 'shiftsDesk:until')}
        type="time"
        hint={anyTime ? undefined : nextDayWords(form, amounts)}
        value={form.until}
        error={wrong('until')}
        onChange={set('until')}
        required
      />
      {anyTime && (
        <TextField
          label={t('volunteering:anyTime.takes')}
          hint={t('volunteering:anyTime.takesHint')}
          inputMode="decimal"
          pattern="[0-9]+([.,][0-9]+)?"
          unit={t('volunteering:anyTime.hoursUnit')}
          value={form.hours}
          error={wrong('minutes')}
          onChange={set('hours')}
          required
        />
      )}
    </>
  );
}

/** A shift of a need, in the time of its place. */
export function PlanShift({ need }: { need: Need }): ReactNode {
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState(EMPTY);
  const [words, setWords] = useState(NO_WORDS);
  const [anyTime, setAnyTime] = useState(false);
  const [repeat, setRepeat] = useState(ONCE);
  const zone = useCatalogue('places').get(need.place)?.timeZone;
  const all = useRef<HTMLFormElement>(null);
  const [planned, setPlanned] = useState(false);
  const action = useAction(planShift, {
    refresh: ['shifts', 'needs'],
    onDone: () => {
      setOpen(false);
      setPlanned(true);
      goToOutcome('[data-shift-planned]', t('shiftsDesk:planned'));
    },
  });
  const set =
    (field: keyof Form) =>
    (event: { target: { value: string } }): void =>
      setForm({ ...form, [field]: event.target.value });
  const wrong = action.error;
  const send = async (): Promise<void> => {
    if (!zone) return; // an hour means nothing until the time of the place is known
    await action.run({
      need: need.id,
      form: {
        ...(anyTime
          ? {
              until: instantIn(form.day, form.until, zone),
              minutes: Math.round(Number(decimal(form.hours)) * 60),
            }
          : {
              from: instantIn(form.day, form.from, zone),
              until: instantIn(form.day, form.until, zone, endsNextDay(form) ? 1 : 0),
              repeat: repeatOf(repeat, form.day),
            }),
        capacity: Number(form.capacity),
        ...saidIn(words),
      },
    });
    focusFirstError(all.current);
  };
  if (!open)
    return (
      <div className="stack">
        {planned && (
          <div tabIndex={-1} data-shift-planned>
            <Notice look="good" role="status">
              <p>{t('shiftsDesk:planned')}</p>
            </Notice>
          </div>
        )}
        <div>
          <Button onClick={() => setOpen(true)}>{t('shiftsDesk:plan')}</Button>
        </div>
      </div>
    );
  return (
    <form
      className="sheet pad stack"
      ref={all}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3 className="h-block">{t('shiftsDesk:plan')}</h3>
      <WhenFields form={form} anyTime={anyTime} wrong={wrong} set={set} onAnyTime={setAnyTime} />
      <TextField
        label={t('shiftsDesk:capacity')}
        type="number"
        inputMode="numeric"
        min={1}
        value={form.capacity}
        error={wrong('capacity')}
        onChange={set('capacity')}
        required
      />
      {!anyTime && <ShiftRepeat repeat={repeat} day={form.day} error={wrong} onChange={setRepeat} />}
      <ShiftWordFields
        words={words}
        wrong={wrong}
        onChange={(said) => setWords((before) => ({ ...before, ...said }))}
      />
      <ProblemNotice problem={action.general} />
      <div className="row">
        <Button type="submit" look="main" disabled={!zone} busy={action.busy}>
          {t('shiftsDesk:planGo')}
        </Button>
        <Button look="plain" onClick={() => setOpen(false)}>
          {t('form.close')}
        </Button>
      </div>
    </form>
  );
}
