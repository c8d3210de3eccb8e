import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { clockOf, instantIn, localDate, timeOf } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { proposeHandOver, type Meeting, type Slot } from '../api/meeting.js';
import { byTime, slotDay, slotZone } from './slot-words.js';

const OWN = 'own';

function SlotChoice({
  slot,
  chosen,
  timeZone,
  onChoose,
}: {
  slot: Slot;
  chosen: boolean;
  timeZone: string;
  onChoose: () => void;
}): ReactNode {
  return (
    <label className="slot">
      <input type="radio" name="slot" checked={chosen} onChange={onChoose} />
      <b>{slotDay(slot, timeZone)}</b>
      {timeOf(slot.from, timeZone)}–{timeOf(slot.until, timeZone)}
    </label>
  );
}

function Slots({
  slots,
  chosen,
  timeZone,
  onChoose,
}: {
  slots: readonly Slot[];
  chosen: string;
  timeZone: string;
  onChoose: (from: string) => void;
}): ReactNode {
  return (
    <fieldset className="slots">
      <legend className="label">
        {t('meeting:slots')}
        {slotZone(slots, timeZone)}
      </legend>
      {byTime(slots).map((one) => (
        <SlotChoice
          key={one.from}
          slot={one}
          chosen={chosen === one.from}
          timeZone={timeZone}
          onChoose={() => onChoose(one.from)}
        />
      ))}
      <label className="slot">
        <input type="radio" name="slot" checked={chosen === OWN} onChange={() => onChoose(OWN)} />
        <b>{t('meeting:ownTime')}</b>
        {t('meeting:ownTimeHint')}
      </label>
    </fieldset>
  );
}

interface Hour {
  date: string;
  from: string;
  until: string;
}
interface OwnHourProps {
  own: Hour;
  place: string;
  error: (field: string) => string | undefined;
  onOwn: (own: Hour) => void;
  onPlace: (place: string) => void;
}

function PlaceField({ place, error, onPlace }: Pick<OwnHourProps, 'place' | 'error' | 'onPlace'>): ReactNode {
  return (
    <TextField
      label={t('meeting:place')}
      optional
      maxLength={300}
      value={place}
      error={error('place')}
      onChange={(event) => onPlace(event.target.value)}
    />
  );
}

function OwnHour({ own, place, error, onOwn, onPlace }: OwnHourProps): ReactNode {
  return (
    <>
      <div className="grid-2">
        <TextField
          label={t('meeting:date')}
          type="date"
          required
          value={own.date}
          error={error('from')}
          onChange={(event) => onOwn({ ...own, date: event.target.value })}
        />
        <div className="grid-2 grid-keep">
          <TextField
            label={t('meeting:from')}
            type="time"
            required
            value={own.from}
            onChange={(event) => onOwn({ ...own, from: event.target.value })}
          />
          <TextField
            label={t('meeting:until')}
            type="time"
            required
            value={own.until}
            error={error('until')}
            onChange={(event) => onOwn({ ...own, until: event.target.value })}
          />
        </div>
      </div>
      <PlaceField place={place} error={error} onPlace={onPlace} />
    </>
  );
}

/** Times, and how long they last, are the server's to suggest, or one's own; in the time of the place. */
export function ProposeForm({
  meeting,
  onDone,
  onLeave,
}: {
  meeting: Meeting;
  onDone: () => void;
  onLeave: () => void;
}): ReactNode {
  const { slots, timeZone, firstTime } = meeting;
  const element = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<string>(slots[0]?.from ?? OWN);
  const [own, setOwn] = useState({
    date: firstTime ? localDate(firstTime.from, timeZone) : '',
    from: firstTime ? clockOf(firstTime.from, timeZone) : '',
    until: firstTime ? clockOf(firstTime.until, timeZone) : '',
  });
  const [words, setWords] = useState({ place: meeting.handOver?.place ?? firstTime?.place ?? '', note: '' });
  const action = useAction(proposeHandOver, { refresh: ['matches'], onDone });
  const slot = slots.find((one) => one.from === chosen);
  const { error } = action;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const window = slot ?? {
      from: instantIn(own.date, own.from, timeZone),
      until: instantIn(own.date, own.until, timeZone),
    };
    await action.run({
      id: meeting.id,
      form: {
        from: window.from,
        until: window.until,
        place: (slot && slot.where !== 'open' ? (slot.place ?? '') : words.place).trim() || undefined,
        note: words.note.trim() || undefined,
      },
    });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="stack" onSubmit={(event) => void submit(event)}>
      {slots.length > 0 && <Slots slots={slots} chosen={chosen} timeZone={timeZone} onChoose={setChosen} />}
      {!slot && (
        <OwnHour
          own={own}
          place={words.place}
          error={error}
          onOwn={setOwn}
          onPlace={(place) => setWords({ ...words, place })}
        />
      )}
      {slot?.where === 'open' && (
        <PlaceField place={words.place} error={error} onPlace={(place) => setWords({ ...words, place })} />
      )}
      {slot && slot.where !== 'open' && <p className="small muted">{slot.place ?? t('meeting:atGiver')}</p>}
      <TextField
        label={t('meeting:note')}
        optional
        maxLength={300}
        value={words.note}
        error={error('note')}
        onChange={(event) => setWords({ ...words, note: event.target.value })}
      />
      <ProblemNotice problem={action.general} />
      <p className="row row-wrap">
        <Button type="submit" look="main" busy={action.busy}>
          {t('meeting:propose')}
        </Button>
        {meeting.handOver && (
          <Button look="plain" onClick={onLeave}>
            {t('meeting:leave')}
          </Button>
        )}
      </p>
    </form>
  );
}
