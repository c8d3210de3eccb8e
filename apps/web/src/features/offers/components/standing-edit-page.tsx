import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Kept } from '../../../components/kept.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import { decimal } from '../../../lib/decimal.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import type { Frequency, Schema, StandingOffer } from '../../../lib/api-types.js';
import { dateIn } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { placeName, t } from '../../../lib/words.js';
import { useAmounts, usePlaces, useUnits } from '../../catalogue/api/catalogue.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { editStandingOffer, useStandingOffer } from '../api/standing-offers.js';
import { SureOfAmount } from './sure-of-amount.js';

const route = getRouteApi('/standing/$id/edit');

type Changes = Schema['EditStandingOfferDto'];
interface Form {
  title: string;
  quantity: string;
  frequency: Frequency;
  firstOn: string;
  lastOn: string;
  place: string;
  radiusKm: string;
  standsDays: string;
}

/** Only what differs from what was read goes to the server, with the version it was read at. */
function changesOf(before: Form, now: Form, unit: string): Changes {
  const value: Record<keyof Form, () => Changes> = {
    title: () => ({ title: now.title.trim() || null }),
    quantity: () => ({ quantity: decimal(now.quantity), unit }),
    frequency: () => ({ frequency: now.frequency }),
    firstOn: () => ({ firstOn: now.firstOn }),
    lastOn: () => ({ lastOn: now.lastOn || null }),
    place: () => (now.place ? { place: now.place } : { place: null, radiusKm: null }),
    radiusKm: () => ({ radiusKm: now.radiusKm.trim() && now.place ? Number(decimal(now.radiusKm)) : null }),
    standsDays: () => ({ standsDays: Number(now.standsDays) }),
  };
  return Object.assign(
    {},
    ...(Object.keys(value) as (keyof Form)[])
      .filter((field) => now[field] !== before[field])
      .map((field) => value[field]()),
  ) as Changes;
}

const formOf = (standing: StandingOffer, quantity: string): Form => ({
  title: standing.title ?? '',
  quantity,
  frequency: standing.frequency,
  firstOn: standing.nextOn ?? standing.firstOn,
  lastOn: standing.lastOn ?? '',
  place: standing.place ?? '',
  radiusKm: standing.radiusKm === null ? '' : String(standing.radiusKm),
  standsDays: String(standing.standsDays),
});

interface FieldProps {
  value: string;
  error: string | undefined;
  onChange: (event: { target: { value: string } }) => void;
}

function Where({
  standing,
  field,
  near,
}: {
  standing: StandingOffer;
  field: (name: keyof Form) => FieldProps;
  near: boolean;
}): ReactNode {
  const places = usePlaces();
  return (
    <div className="grid-2">
      <SelectField label={t(`offers:place.${standing.kind}`)} optional {...field('place')}>
        <option value="">{t('offers:anywhere')}</option>
        {places.data?.map((place) => (
          <option key={place.code} value={place.code}>
            {placeName(place)}
          </option>
        ))}
      </SelectField>
      {near && (
        <TextField
          label={t(`offers:radius.${standing.kind}`)}
          hint={t(standing.kind === 'money' ? 'offers:radiusHintMoney' : 'offers:radiusHint')}
          optional
          inputMode="numeric"
          maxLength={5}
          unit={t('form.km')}
          {...field('radiusKm')}
        />
      )}
    </div>
  );
}

function EditForm({ standing, take }: { standing: StandingOffer; take: (() => void) | undefined }): ReactNode {
  const navigate = useNavigate();
  const amounts = useAmounts();
  const element = useRef<HTMLFormElement>(null);
  const quantity = standing.each
    ? String(standing.amount.amount / standing.each.amount)
    : amounts.plain(standing.amount.amount, standing.amount.unit, standing.unit).quantity;
  const [before] = useState(() => formOf(standing, quantity));
  const [form, setForm] = useState(before);
  const [sureOf, setSureOf] = useState(''); // which quantity: another one is asked about again
  const action = useAction(editStandingOffer, {
    refresh: ['standing-offers'],
    onDone: () => void navigate({ to: '/standing/$id', params: { id: standing.id } }),
  });
  const error = (...fields: string[]): string | undefined => fields.map(action.error).find(Boolean);
  const field = (name: keyof Form) => ({
    value: form[name],
    error: error(name),
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({
      id: standing.id,
      version: standing.version,
      changes: {
        ...changesOf(before, form, standing.unit),
        ...(sureOf === form.quantity ? { amountConfirmed: true } : {}),
      },
    });
    focusFirstError(element.current);
  };
  return (
    <form
      ref={element}
      className="sheet pad-l stack-6"
      onSubmit={(event) => void submit(event)}
      aria-label={t('standing:editTitle')}
    >
      <Notice>
        <p>{t('standing:editText')}</p>
      </Notice>
      <TextField label={t('standing:name')} optional maxLength={140} {...field('title')} />
      <div className="grid-2">
        <TextField
          label={t('offers:quantity')}
          unit={amounts.symbol(standing.unit)}
          required
          inputMode="decimal"
          maxLength={20}
          {...field('quantity')}
          error={error('quantity', 'minLot')}
        />
        <TextField
          label={t('standing:stands')}
          required
          inputMode="numeric"
          maxLength={3}
          unit={t('standing:dayUnit')}
          {...field('standsDays')}
        />
        <SelectField label={t('standing:howOften')} {...field('frequency')} error={error('frequency', 'interval')}>
          {(['weekly', 'monthly', 'yearly'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`standing:choice.${one}`)}
            </option>
          ))}
        </SelectField>
        <TextField label={t('standing:nextDate')} type="date" required max={dateIn(366)} {...field('firstOn')} />
        <TextField
          label={t('standing:lastOn')}
          optional
          type="date"
          {...field('lastOn')}
          error={error('lastOn', 'times')}
        />
      </div>
      <Where standing={standing} field={field} near={form.place !== ''} />
      {error('amountConfirmed') ? (
        <SureOfAmount
          question={error('amountConfirmed') ?? ''}
          sure={sureOf === form.quantity}
          onChange={(sure) => setSureOf(sure ? form.quantity : '')}
        />
      ) : (
        <ProblemNotice problem={action.general} onTake={take} />
      )}
      <div className="row row-wrap">
        <Button type="submit" look="main" size="large" busy={action.busy}>
          {t('standing:save')}
        </Button>
        <Link className="btn btn-plain" to="/standing/$id" params={{ id: standing.id }}>
          {t('form.cancel')}
        </Link>
      </div>
    </form>
  );
}

export function StandingEditPage(): ReactNode {
  const { id } = route.useParams();
  const session = useSession();
  const query = useStandingOffer(id, Boolean(session.data));
  const ready = [usePlaces().data, useUnits().data].every(Boolean);
  if (session.data === null) return <SignInFirst />;
  if ((query.error as Problem | null)?.status === 404 || (query.data && !query.data.can.includes('edit')))
    return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('standing:editTitle')} />
      <header className="page-head">
        <h1 className="h-work">{t('standing:editTitle')}</h1>
      </header>
      <Loaded query={query} bones={<Bones rows={4} height={90} />}>
        {(standing) =>
          ready ? (
            <Kept now={standing} version={(one) => one.version}>
              {(read, { take }) => <EditForm standing={read} take={take} />}
            </Kept>
          ) : (
            <Bones rows={4} height={90} />
          )
        }
      </Loaded>
    </div>
  );
}
