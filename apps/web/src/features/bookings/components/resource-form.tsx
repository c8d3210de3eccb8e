import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField, SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction, type Action } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { placeLabel, t } from '../../../lib/words.js';
import { usePlaces } from '../../catalogue/api/catalogue.js';
import type { OpeningHours } from '../../matching/api/meeting.js';
import { HoursRow } from '../../organizations/components/point-fields.js';
import { editResource, KINDS, share, WHO, type Resource, type ResourceForm as Form } from '../api/bookings.js';

const EMPTY: Form = {
  kind: 'hall',
  name: '',
  description: null,
  place: '',
  address: null,
  who: 'organizations',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '21:00' }],
  longestMinutes: 240,
};
const MORE: OpeningHours = { days: [6], from: '10:00', until: '15:00' };

interface Part {
  form: Form;
  change: (changes: Partial<Form>) => void;
  error: Action<unknown>['error'];
}

function What({ form, change, error }: Part): ReactNode {
  const places = usePlaces().data ?? [];
  return (
    <>
      <SelectField
        label={t('bookings:what')}
        value={form.kind}
        onChange={(event) => change({ kind: event.target.value as Form['kind'] })}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`bookings:kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('bookings:desk.name')}
        required
        maxLength={120}
        value={form.name}
        error={error('name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <AreaField
        label={t('bookings:desk.description')}
        optional
        maxLength={1000}
        value={form.description ?? ''}
        error={error('description')}
        onChange={(event) => change({ description: event.target.value || null })}
      />
      <SelectField
        label={t('bookings:desk.place')}
        required
        value={form.place}
        error={error('place')}
        onChange={(event) => change({ place: event.target.value })}
      >
        <option value="">{t('form.choose')}</option>
        {places.map((place) => (
          <option key={place.code} value={place.code}>
            {placeLabel(place)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('bookings:desk.address')}
        optional
        maxLength={300}
        value={form.address ?? ''}
        error={error('address')}
        onChange={(event) => change({ address: event.target.value || null })}
      />
    </>
  );
}

function When({ form, change, error }: Part): ReactNode {
  return (
    <>
      <SelectField
        label={t('bookings:desk.whoMay')}
        value={form.who}
        onChange={(event) => change({ who: event.target.value as Form['who'] })}
      >
        {WHO.map((who) => (
          <option key={who} value={who}>
            {t(`bookings:who.${who}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('bookings:desk.longest')}
        type="number"
        min={1}
        max={336}
        required
        value={String(form.longestMinutes / 60)}
        error={error('longestMinutes')}
        onChange={(event) => change({ longestMinutes: Math.round(Number(event.target.value) * 60) })}
      />
      <fieldset className="stack">
        <legend className="label">{t('bookings:desk.hours')}</legend>
        <p className="hint">{t('bookings:desk.hoursHint')}</p>
        {form.hours.map((hours, row) => (
          <HoursRow
            key={row}
            hours={hours}
            field={`hours.${row}`}
            error={error}
            onChange={(changed) => change({ hours: form.hours.map((one, at) => (at === row ? changed : one)) })}
            onRemove={() => change({ hours: form.hours.filter((_, at) => at !== row) })}
          />
        ))}
        <div>
          <Button look="plain" onClick={() => change({ hours: [...form.hours, MORE] })}>
            {t('bookings:desk.moreHours')}
          </Button>
        </div>
      </fieldset>
    </>
  );
}

/** What is shared, by whom it is booked and when; anew, or changed. */
export function ResourceForm({
  org,
  resource,
  onDone,
}: {
  org: string;
  resource?: Resource;
  onDone: () => void;
}): ReactNode {
  const [form, setForm] = useState<Form>(() => {
    if (!resource) return EMPTY;
    const { kind, name, description, place, address, who, hours, longestMinutes } = resource;
    return { kind, name, description, place, address, who, hours, longestMinutes };
  });
  const all = useRef<HTMLFormElement>(null);
  const action = useAction(
    (value: Form, key: string) =>
      resource ? editResource({ resource, form: value }) : share({ org, form: value }, key),
    { refresh: ['bookings'], onDone },
  );
  const part: Part = {
    form,
    change: (changes) => setForm((before) => ({ ...before, ...changes })),
    error: action.error,
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run(form);
    focusFirstError(all.current);
  };
  return (
    <form className="sheet pad stack" ref={all} onSubmit={(event) => void submit(event)}>
      <What {...part} />
      <When {...part} />
      <ProblemNotice problem={action.general} />
      <div className="row row-wrap">
        <Button type="submit" look="main" busy={action.busy}>
          {t('bookings:desk.save')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('form.close')}
        </Button>
      </div>
    </form>
  );
}
