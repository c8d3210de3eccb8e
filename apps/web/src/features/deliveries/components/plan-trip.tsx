import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Empty } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Offer } from '../../../lib/api-types.js';
import { dateIn, day, instantIn } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { placeLabel, t } from '../../../lib/words.js';
import { useCatalogue, usePlaces } from '../../catalogue/api/catalogue.js';
import { useOffers } from '../../offers/api/offers.js';
import { useZone } from '../../installation/api/installation.js';
import { planTrip } from '../api/deliveries.js';
import { typedNumber } from './numbers.js';

const EMPTY = {
  day: '',
  from: '09:00',
  until: '18:00',
  start: '',
  end: '',
  kg: '',
  m3: '',
  car: '',
  name: '',
  phone: '',
};
type Form = typeof EMPTY;
type FieldOf = (name: keyof Form) => {
  value: string;
  error: string | undefined;
  onChange: (event: { target: { value: string } }) => void;
};

const NAMES: Partial<Record<keyof Form, string>> = {
  day: 'from',
  start: 'route.0',
  end: 'route.1',
  name: 'contact.name',
  phone: 'contact.phone',
};

/** From where to where. A trip within one place says it twice. */
function Way({ field }: { field: FieldOf }): ReactNode {
  const places = usePlaces().data ?? [];
  return (
    <>
      {(['start', 'end'] as const).map((end) => (
        <SelectField key={end} label={t(`deliveries:trip.${end}`)} required {...field(end)}>
          <option value="">{t('form.choose')}</option>
          {places.map((place) => (
            <option key={place.code} value={place.code}>
              {placeLabel(place)}
            </option>
          ))}
        </SelectField>
      ))}
    </>
  );
}

function Car({ field }: { field: FieldOf }): ReactNode {
  return (
    <>
      <TextField label={t('deliveries:trip.kg')} inputMode="decimal" required maxLength={12} {...field('kg')} />
      <TextField
        label={t('deliveries:trip.m3')}
        hint={t('deliveries:trip.m3Hint')}
        inputMode="decimal"
        required
        maxLength={12}
        {...field('m3')}
      />
      <TextField label={t('deliveries:trip.car')} optional maxLength={80} {...field('car')} />
      <TextField label={t('deliveries:trip.name')} optional maxLength={120} {...field('name')} />
      <TextField
        label={t('deliveries:trip.phone')}
        hint={t('deliveries:trip.phoneHint')}
        type="tel"
        optional
        maxLength={40}
        {...field('phone')}
      />
    </>
  );
}

function TripForm({ offer, onDone }: { offer: Offer; onDone: () => void }): ReactNode {
  const [form, setForm] = useState<Form>({ ...EMPTY, start: offer.place ?? '', end: offer.place ?? '' });
  const all = useRef<HTMLFormElement>(null);
  const zone = useCatalogue('places').get(form.start)?.timeZone;
  const action = useAction(planTrip, { refresh: ['matches'], onDone });
  const field: FieldOf = (name) => ({
    value: form[name],
    error: action.error(NAMES[name] ?? name),
    onChange: (event) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!zone) return;
    const next = form.until <= form.from ? 1 : 0; // past midnight
    await action.run({
      offer: offer.id,
      form: {
        from: instantIn(form.day, form.from, zone),
        until: instantIn(form.day, form.until, zone, next),
        route: form.start === form.end ? [form.start] : [form.start, form.end],
        kg: typedNumber(form.kg),
        m3: typedNumber(form.m3),
        car: form.car || null,
        contact: { name: form.name || null, phone: form.phone || null },
      },
    });
    focusFirstError(all.current);
  };
  return (
    <form className="sheet pad stack" ref={all} onSubmit={(event) => void submit(event)}>
      <h2 className="h-block">{t('deliveries:trip.plan')}</h2>
      <Way field={field} />
      <TextField label={t('deliveries:trip.day')} type="date" min={dateIn(0)} required {...field('day')} />
      <TextField label={t('deliveries:trip.from')} type="time" required {...field('from')} error={undefined} />
      <TextField label={t('deliveries:trip.until')} type="time" required {...field('until')} />
      <Car field={field} />
      <ProblemNotice problem={action.general} />
      <div className="row row-wrap">
        <Button type="submit" look="main" busy={action.busy} disabled={form.start !== '' && !zone}>
          {t('deliveries:trip.planGo')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('form.close')}
        </Button>
      </div>
    </form>
  );
}

/** A trip is of an offer of time: without one the page says where to make it. */
export function PlanTrip(): ReactNode {
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const offers = useOffers(true).data?.items ?? [];
  const time = offers.filter(({ kind, status }) => kind === 'time' && (status === 'open' || status === 'partly_used'));
  const [chosen, setChosen] = useState('');
  const offer = time.find(({ id }) => id === chosen) ?? time[0];
  if (!offer)
    return (
      <Empty level={2} title={t('deliveries:trip.noOffer')}>
        <p>{t('deliveries:trip.noOfferText')}</p>
        <p className="gap-top-3">
          <Link className="btn btn-main" to="/offer" search={{ kind: 'time' }}>
            {t('deliveries:trip.offerTime')}
          </Link>
        </p>
      </Empty>
    );
  if (!open)
    return (
      <div>
        <Button look="main" size="large" onClick={() => setOpen(true)}>
          {t('deliveries:trip.plan')}
        </Button>
      </div>
    );
  return (
    <div className="stack">
      {time.length > 1 && (
        <SelectField
          label={t('deliveries:trip.offer')}
          value={offer.id}
          onChange={(event) => setChosen(event.target.value)}
        >
          {time.map(({ id, title, until }) => (
            <option key={id} value={id}>
              {title ?? t('deliveries:trip.offer')}, {day(until, zone)}
            </option>
          ))}
        </SelectField>
      )}
      <TripForm key={offer.id} offer={offer} onDone={() => setOpen(false)} />
    </div>
  );
}
