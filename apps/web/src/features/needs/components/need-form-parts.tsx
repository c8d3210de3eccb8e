import { type ReactNode } from 'react';
import { AreaField, SelectField, TextField } from '../../../components/field.js';
import { KINDS, type Kind } from '../../../lib/api-types.js';
import { dateIn } from '../../../lib/dates.js';
import { nameOf, placeName, t } from '../../../lib/words.js';
import {
  useCatalogue,
  useCategories,
  useGoods,
  usePlaces,
  useSpheres,
  useUnits,
} from '../../catalogue/api/catalogue.js';
import { unitsFor } from '../../catalogue/api/allowed-units.js';
import { BudgetFields, type BudgetDraft } from './budget-fields.js';
import { AcceptedFields } from './accepted-fields.js';
import { EMPTY_ACCEPTED } from './accepted.js';
import { ColdField } from './cold-field.js';
import { Duplicates } from './duplicates.js';
import { NeedTermsFields } from './need-terms-fields.js';

export const EMPTY = {
  kind: 'goods' as Kind,
  category: '',
  item: '',
  title: '',
  description: '',
  quantity: '',
  unit: '',
  each: '',
  place: '',
  deadline: dateIn(30),
  urgency: '3',
  beneficiaries: '',
  coldChain: false,
  budget: [] as BudgetDraft[],
  accepts: EMPTY_ACCEPTED,
  /** With what the form was begun, if with anything. */
  template: '',
};
export type Form = typeof EMPTY;
interface PartProps {
  form: Form;
  change: (changes: Partial<Form>) => void;
  error: (field: string) => string | undefined;
}

/** How it is kept, and which of it is taken. */
function ThingTerms({ form, change, error }: PartProps): ReactNode {
  return (
    <>
      <ColdField checked={form.coldChain} onChange={(coldChain) => change({ coldChain })} />
      <AcceptedFields
        category={form.category}
        item={form.item}
        said={form.accepts}
        change={(accepts) => change({ accepts })}
        error={error}
      />
    </>
  );
}

export function WhatPart({ form, change, error, org }: PartProps & { org: string }): ReactNode {
  const spheres = useSpheres();
  const categories = useCategories();
  const goods = useGoods();
  const inside = (goods.data ?? []).filter((item) => item.category === form.category);
  const fitting = (categories.data ?? []).filter((category) => category.kinds.includes(form.kind));
  return (
    <>
      <div className="grid-2">
        <SelectField
          label={t('needsDesk:form.kind')}
          value={form.kind}
          onChange={(event) => change({ kind: event.target.value as Kind, category: '', item: '', unit: '' })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('needs:category')}
          required
          value={form.category}
          error={error('category')}
          onChange={(event) => change({ category: event.target.value, item: '', unit: '' })}
        >
          <option value="">{t('form.choose')}</option>
          {spheres.data?.map((sphere) => (
            <optgroup key={sphere.code} label={nameOf(sphere)}>
              {fitting
                .filter((c) => c.sphere === sphere.code)
                .map((c) => (
                  <option key={c.code} value={c.code}>
                    {nameOf(c)}
                  </option>
                ))}
            </optgroup>
          ))}
        </SelectField>
      </div>
      {form.kind === 'goods' && !form.category && <p className="hint">{t('needsDesk:form.categoryFirst')}</p>}
      {form.kind === 'goods' && inside.length > 0 && (
        <SelectField
          label={t('needsDesk:form.item')}
          optional
          value={form.item}
          error={error('item')}
          onChange={(event) => change({ item: event.target.value, unit: '' })}
        >
          <option value="">{t('needsDesk:form.anyItem')}</option>
          {inside.map((item) => (
            <option key={item.code} value={item.code}>
              {nameOf(item)}
            </option>
          ))}
        </SelectField>
      )}
      {form.kind === 'goods' && <ThingTerms form={form} change={change} error={error} />}
      <TextField
        label={t('needsDesk:form.title')}
        hint={t('needsDesk:form.titleHint')}
        required
        maxLength={120}
        value={form.title}
        error={error('title')}
        onChange={(event) => change({ title: event.target.value })}
      />
      <Duplicates
        organization={org}
        category={form.category}
        title={form.title}
        item={form.kind === 'goods' && form.item ? form.item : undefined}
        place={form.place || undefined}
      />
      <AreaField
        label={t('needsDesk:form.description')}
        hint={
          form.template
            ? `${t(`needsDesk:templates.${form.template}.ask`)} ${t('needsDesk:form.descriptionHint')}`
            : t('needsDesk:form.descriptionHint')
        }
        required
        rows={6}
        maxLength={5000}
        value={form.description}
        error={error('description')}
        onChange={(event) => change({ description: event.target.value })}
      />
    </>
  );
}

/** Of a need of money: what it is for. */
export function BudgetPart({ form, change, error }: PartProps): ReactNode {
  if (form.kind !== 'money') return null;
  return (
    <BudgetFields
      lines={form.budget}
      quantity={form.quantity}
      error={error}
      onChange={(budget) => change({ budget })}
    />
  );
}

export function HowMuchPart({ form, change, error }: PartProps): ReactNode {
  const categories = useCatalogue('categories');
  const goods = useCatalogue('goods');
  const units = useUnits();
  const places = usePlaces();
  const allowed = unitsFor(form.kind, units.data ?? [], categories.get(form.category), goods.get(form.item));
  const unit = allowed.find((u) => u.code === form.unit) ?? allowed[0];
  return (
    <>
      <div className="grid-2">
        <TextField
          label={t('needsDesk:form.quantity')}
          required
          inputMode="decimal"
          maxLength={20}
          value={form.quantity}
          error={error('quantity')}
          onChange={(event) => change({ quantity: event.target.value })}
        />
        <SelectField
          label={t('form.unit')}
          value={unit?.code ?? ''}
          error={error('unit')}
          onChange={(event) => change({ unit: event.target.value })}
        >
          {allowed.map((u) => (
            <option key={u.code} value={u.code}>
              {nameOf(u)}
            </option>
          ))}
        </SelectField>
      </div>
      {form.kind === 'time' && unit && unit.code !== 'hour' && (
        <TextField
          label={t('form.eachHours', { unit: nameOf(unit) })}
          required
          inputMode="decimal"
          maxLength={10}
          value={form.each}
          error={error('each') ?? error('each.quantity')}
          onChange={(event) => change({ each: event.target.value })}
        />
      )}
      <div className="grid-2">
        <SelectField
          label={t('needs:place')}
          required
          value={form.place}
          error={error('place')}
          onChange={(event) => change({ place: event.target.value })}
        >
          <option value="">{t('form.choose')}</option>
          {places.data?.map((p) => (
            <option key={p.code} value={p.code}>
              {placeName(p)}
            </option>
          ))}
        </SelectField>
        <NeedTermsFields form={form} change={change} error={error} />
      </div>
    </>
  );
}
