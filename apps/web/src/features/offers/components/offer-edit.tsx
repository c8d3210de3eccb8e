import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Kept } from '../../../components/kept.js';
import { ProblemNotice } from '../../../components/notice.js';
import { decimal } from '../../../lib/decimal.js';
import { useAction } from '../../../lib/action.js';
import type { Goods, Offer, Schema } from '../../../lib/api-types.js';
import { dateIn, endOfDay, localDate } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useAmounts, useCatalogue, usePlaces, useSpheres, useUnits } from '../../catalogue/api/catalogue.js';
import { editOffer } from '../api/offers.js';
import { AttributeFields, attributesOf, type SaidAttributes } from './attribute-fields.js';
import { PickUpFields, pickUpOf, windowsOf, type SaidWindow } from './pick-up-fields.js';
import { SureOfAmount } from './sure-of-amount.js';
import { OnlyOptions } from './only-options.js';

type Changes = Schema['EditOfferDto'];
interface Form {
  quantity: string;
  until: string;
  only: string;
  bestBefore: string;
  coldChain: '' | 'yes' | 'no';
  attributes: SaidAttributes;
  windows: readonly SaidWindow[];
  brings: boolean;
}

/** What binds the offer stays as it is: several things, or one that is neither a place nor a sphere. */
const AS_IT_IS = '=';

/** Only what differs from what was read goes to the server, with the version it was read at. */
function changesOf(before: Form, now: Form, unit: string, timeZone: string): Changes {
  const value: Record<keyof Form, () => Changes> = {
    quantity: () => ({ quantity: decimal(now.quantity), unit }),
    until: () => (now.until ? { until: endOfDay(now.until, timeZone) } : {}),
    only: () => ({ only: now.only ? [now.only] : [] }),
    bestBefore: () => ({ bestBefore: now.bestBefore ? endOfDay(now.bestBefore, timeZone) : null }),
    coldChain: () => ({ coldChain: now.coldChain === '' ? null : now.coldChain === 'yes' }),
    attributes: () => ({ attributes: attributesOf(now.attributes, ['size', 'season', 'condition']) ?? null }),
    windows: () => ({ pickUp: pickUpOf(now.windows, now.brings, timeZone) ?? null }),
    brings: () => ({ pickUp: pickUpOf(now.windows, now.brings, timeZone) ?? null }),
  };
  return Object.assign(
    {},
    ...(Object.keys(value) as (keyof Form)[])
      .filter((field) => now[field] !== before[field])
      .map((field) => value[field]()),
  ) as Changes;
}

interface FieldProps {
  value: string;
  error: string | undefined;
  onChange: (event: { target: { value: string } }) => void;
}

function BoundTo({ offer, names, ...field }: FieldProps & { offer: Offer; names: string }): ReactNode {
  const spheres = useSpheres();
  const places = usePlaces();
  const known =
    offer.only.length === 0 ||
    (offer.only.length === 1 &&
      [...(spheres.data ?? []), ...(places.data ?? [])].some(({ code }) => code === offer.only[0]));
  return (
    <SelectField label={t('offers:only')} hint={field.value ? t('offers:onlyHint') : undefined} {...field}>
      <option value="">{t('offers:onlyAnywhere')}</option>
      {!known && <option value={AS_IT_IS}>{t('offers:onlyTo', { names })}</option>}
      <OnlyOptions places={places.data} spheres={spheres.data} />
    </SelectField>
  );
}

/** Of what is typed in one line. */
type TextName = Exclude<keyof Form, 'attributes' | 'windows' | 'brings'>;

function formOf(offer: Offer, quantity: string, timeZone: string, listed: ReadonlySet<string>): Form {
  const [only] = offer.only;
  return {
    quantity,
    until: localDate(offer.until, timeZone),
    only: only === undefined ? '' : offer.only.length === 1 && listed.has(only) ? only : AS_IT_IS,
    bestBefore: offer.bestBefore ? localDate(offer.bestBefore, timeZone) : '',
    coldChain: offer.coldChain === null ? '' : offer.coldChain ? 'yes' : 'no',
    attributes: {
      sizes: offer.attributes?.sizes.join(', ') ?? '',
      season: offer.attributes?.season ?? '',
      condition: offer.attributes?.condition ?? '',
    },
    windows: windowsOf(offer.pickUp?.windows ?? [], timeZone),
    brings: offer.pickUp?.brings ?? false,
  };
}

/** What its thing is asked; how it keeps only where that means something for it. */
function useAsked(offer: Offer): { asks: Goods['asks']; onlyNew: boolean; saysStorage: boolean } {
  const item = useCatalogue('goods').get(offer.item ?? '');
  const category = useCatalogue('categories').get(offer.category ?? '');
  return {
    asks: (item ?? category)?.asks ?? [],
    onlyNew: item?.onlyNew ?? false,
    saysStorage: (item?.saysStorage || category?.saysStorage) ?? false,
  };
}

/** What the thing is like, and how it keeps. */
function ThingTerms({
  offer,
  form,
  setForm,
  field,
  error,
}: {
  offer: Offer;
  form: Form;
  setForm: (form: Form) => void;
  field: (name: 'bestBefore' | 'coldChain') => FieldProps;
  error: (...fields: string[]) => string | undefined;
}): ReactNode {
  const thing = useAsked(offer);
  return (
    <>
      <AttributeFields
        asks={thing.asks}
        onlyNew={thing.onlyNew}
        said={form.attributes}
        error={error}
        change={(changes) => setForm({ ...form, attributes: { ...form.attributes, ...changes } })}
      />
      {(thing.saysStorage || offer.bestBefore !== null || offer.coldChain !== null) && (
        <>
          <TextField label={t('offers:bestBefore')} type="date" min={dateIn(0)} {...field('bestBefore')} />
          <SelectField
            label={t('offers:coldChain')}
            hint={form.coldChain === 'yes' ? t('offers:coldHint') : undefined}
            {...field('coldChain')}
          >
            <option value="">{t('form.choose')}</option>
            <option value="no">{t('offers:coldNo')}</option>
            <option value="yes">{t('offers:coldYes')}</option>
          </SelectField>
        </>
      )}
      <PickUpFields
        windows={form.windows}
        brings={form.brings}
        error={error}
        change={(changes) => setForm({ ...form, ...changes })}
      />
    </>
  );
}

function EditForm({
  offer,
  names,
  take,
  onDone,
}: {
  offer: Offer;
  names: string;
  take: (() => void) | undefined;
  onDone: () => void;
}): ReactNode {
  const amounts = useAmounts();
  const places = usePlaces();
  const spheres = useSpheres();
  const element = useRef<HTMLFormElement>(null);
  const timeZone = (places.data?.find(({ code }) => code === offer.place) ?? places.data?.[0])?.timeZone ?? 'UTC';
  const stands = offer.balance.pledged - offer.balance.released;
  const quantity = offer.each
    ? String(stands / offer.each.amount)
    : amounts.plain(stands, offer.balance.unit, offer.unit).quantity;
  const [before] = useState(() =>
    formOf(
      offer,
      quantity,
      timeZone,
      new Set([...(places.data ?? []), ...(spheres.data ?? [])].map(({ code }) => code)),
    ),
  );
  const [form, setForm] = useState(before);
  const [sureOf, setSureOf] = useState(''); // which quantity: another one is asked about again
  const action = useAction(editOffer, { refresh: ['offers', 'matches', 'why-not'], onDone });
  const error = (...fields: string[]): string | undefined => fields.map(action.error).find(Boolean);
  const field = (name: TextName): FieldProps => ({
    value: form[name],
    error: error(name),
    onChange: (event) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({
      id: offer.id,
      version: offer.version,
      changes: {
        ...changesOf(before, form, offer.unit, timeZone),
        ...(sureOf === form.quantity ? { amountConfirmed: true } : {}),
      },
    });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="stack" onSubmit={(event) => void submit(event)} aria-label={t('offers:edit')}>
      <TextField
        label={t('offers:quantity')}
        unit={amounts.symbol(offer.unit)}
        required
        inputMode="decimal"
        maxLength={20}
        {...field('quantity')}
        error={error('quantity', 'minLot')}
      />
      <TextField label={t('offers:until')} required type="date" min={dateIn(0)} {...field('until')} />
      <BoundTo offer={offer} names={names} {...field('only')} error={error('only', 'only.0')} />
      {offer.kind === 'goods' && <ThingTerms offer={offer} form={form} setForm={setForm} field={field} error={error} />}
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
        <Button type="submit" look="main" busy={action.busy}>
          {t('offers:editGo')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Changes an open offer: how much, until when, where it may go, how it keeps and when it can be fetched. @param names of what binds it now */
export function OfferEdit({ offer, names }: { offer: Offer; names: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const ready = [usePlaces().data, useSpheres().data, useUnits().data].every(Boolean);
  if (!offer.can.includes('edit') || !ready) return null;
  return open ? (
    <Kept now={offer} version={(one) => one.version}>
      {(read, { take }) => <EditForm offer={read} names={names} take={take} onDone={() => setOpen(false)} />}
    </Kept>
  ) : (
    <div>
      <Button onClick={() => setOpen(true)}>{t('offers:edit')}</Button>
    </div>
  );
}
