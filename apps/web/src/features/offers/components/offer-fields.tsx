import { useHydrated } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { AreaField, SelectField, TextField } from '../../../components/field.js';
import { type Unit } from '../../../lib/api-types.js';
import { dateIn } from '../../../lib/dates.js';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useByCode, usePlaces, useSkills, useUnits } from '../../catalogue/api/catalogue.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import type { OfferDraft } from './offer-draft.js';

/** Units that hold something which a person must name. */
const CONTAINERS = ['box', 'pack'];

export interface FieldsProps {
  draft: OfferDraft;
  change: (changes: Partial<OfferDraft>) => void;
  error: (...fields: string[]) => string | undefined;
}

export function QuantityFields({
  draft,
  change,
  error,
  units,
  unit,
}: FieldsProps & { units: Unit[]; unit: Unit | undefined }): ReactNode {
  const amounts = useAmounts();
  const several = units.length > 1;
  const held = (useUnits().data ?? []).filter((one) => ['kg', 'pcs', 'l'].includes(one.code));
  return (
    <>
      <div className={several ? 'grid-2 grid-keep' : undefined}>
        <TextField
          label={t('offers:quantity')}
          name="quantity"
          required
          inputMode="decimal"
          maxLength={20}
          value={draft.quantity}
          unit={unit && !several ? amounts.symbol(unit.code) : undefined}
          error={error('quantity')}
          onChange={(event) => change({ quantity: event.target.value })}
        />
        {several && (
          <SelectField
            label={t('form.unit')}
            name="unit"
            value={unit?.code ?? ''}
            error={error('unit')}
            onChange={(event) => change({ unit: event.target.value })}
          >
            {units.map((u) => (
              <option key={u.code} value={u.code}>
                {nameOf(u)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {draft.kind === 'goods' && unit && CONTAINERS.includes(unit.code) && (
        <div className="grid-2 grid-keep">
          <TextField
            label={t('offers:eachHolds', { unit: nameOf(unit) })}
            hint={t('offers:eachHint')}
            name="each"
            inputMode="decimal"
            maxLength={10}
            value={draft.each}
            error={error('each', 'each.quantity')}
            onChange={(event) => change({ each: event.target.value })}
          />
          <SelectField
            label={t('form.unit')}
            name="eachUnit"
            value={draft.eachUnit}
            error={error('each.unit')}
            onChange={(event) => change({ eachUnit: event.target.value })}
          >
            {held.map((u) => (
              <option key={u.code} value={u.code}>
                {nameOf(u)}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {draft.kind === 'time' && unit && unit.code !== 'hour' && (
        <TextField
          label={t('form.eachHours', { unit: nameOf(unit) })}
          name="each"
          required
          inputMode="decimal"
          maxLength={10}
          value={draft.each}
          error={error('each', 'each.quantity')}
          onChange={(event) => change({ each: event.target.value })}
        />
      )}
    </>
  );
}

/** In the giver's own words: in which state a thing is, of which size, how it is handed over best. */
export function DescriptionField({ draft, change, error }: FieldsProps): ReactNode {
  if (draft.kind === 'money') return null;
  return (
    <AreaField
      label={t(`offers:description.${draft.kind}`)}
      hint={t(`offers:descriptionHint.${draft.kind}`)}
      optional
      name="description"
      rows={3}
      maxLength={2000}
      value={draft.description}
      error={error('description')}
      onChange={(event) => change({ description: event.target.value })}
    />
  );
}

export function PlaceFields({ draft, change, error }: FieldsProps): ReactNode {
  const places = usePlaces();
  const money = draft.kind === 'money';
  return (
    <div className="grid-2">
      <SelectField
        label={t(`offers:place.${draft.kind}`)}
        name="place"
        required={!money}
        value={draft.place}
        error={error('place')}
        onChange={(event) => change({ place: event.target.value })}
      >
        <option value="">{t(money ? 'offers:anywhere' : 'form.choose')}</option>
        {places.data?.map((place) => (
          <option key={place.code} value={place.code}>
            {placeName(place)}
          </option>
        ))}
      </SelectField>
      {(!money || draft.place) && (
        <TextField
          label={t(`offers:radius.${draft.kind}`)}
          hint={t(money ? 'offers:radiusHintMoney' : 'offers:radiusHint')}
          name="radiusKm"
          inputMode="numeric"
          maxLength={5}
          value={draft.radiusKm}
          unit={t('form.km')}
          error={error('radiusKm')}
          onChange={(event) => change({ radiusKm: event.target.value })}
        />
      )}
    </div>
  );
}

/** Food and medicine: until when they keep, and whether they stay cold. */
export function KeepingFields({ draft, change, error }: FieldsProps): ReactNode {
  return (
    <div className="grid-2">
      {draft.repeat ? (
        <TextField
          label={t('offers:keepsDays')}
          required
          inputMode="numeric"
          maxLength={4}
          value={draft.keepsDays}
          error={error('keepsDays')}
          onChange={(event) => change({ keepsDays: event.target.value })}
        />
      ) : (
        <TextField
          label={t('offers:bestBefore')}
          name="bestBefore"
          required
          type="date"
          min={dateIn(0)}
          value={draft.bestBefore}
          error={error('bestBefore')}
          onChange={(event) => change({ bestBefore: event.target.value })}
        />
      )}
      <SelectField
        label={t('offers:coldChain')}
        hint={draft.coldChain === 'yes' ? t('offers:coldHint') : undefined}
        name="coldChain"
        required
        value={draft.coldChain}
        error={error('coldChain')}
        onChange={(event) => change({ coldChain: event.target.value as OfferDraft['coldChain'] })}
      >
        <option value="">{t('form.choose')}</option>
        <option value="no">{t('offers:coldNo')}</option>
        <option value="yes">{t('offers:coldYes')}</option>
      </SelectField>
    </div>
  );
}

/** Skills a person brings; each one opens needs that ask for it. Where no script hears a press, those that are chosen are boxes to untick. */
export function SkillFields({ draft, change, error }: FieldsProps): ReactNode {
  const skills = useSkills();
  const names = useByCode(skills.data);
  const hydrated = useHydrated();
  const box = useRef<HTMLDivElement>(null);
  const left = (skills.data ?? []).filter((skill) => !draft.skills.includes(skill.code));
  return (
    <div ref={box}>
      <SelectField
        label={t('offers:skills')}
        optional
        name="skills"
        value=""
        error={error('skills')}
        onChange={(event) => {
          if (event.target.value) change({ skills: [...draft.skills, event.target.value].slice(0, 20) });
        }}
      >
        <option value="">{t('offers:addSkill')}</option>
        {left.map((skill) => (
          <option key={skill.code} value={skill.code}>
            {nameOf(skill)}
          </option>
        ))}
      </SelectField>
      {!hydrated &&
        draft.skills.map((code) => (
          <label key={code} className="check gap-top-2">
            <input type="checkbox" name="skills" value={code} defaultChecked />
            <span>{nameOf(names.get(code), PENDING_NAME)}</span>
          </label>
        ))}
      {hydrated && draft.skills.length > 0 && (
        <ul className="chips gap-top-2">
          {draft.skills.map((code) => (
            <li key={code}>
              <button
                type="button"
                className="chip chip-dense"
                aria-label={t('offers:removeSkill', { skill: nameOf(names.get(code), PENDING_NAME) })}
                onClick={() => {
                  change({ skills: draft.skills.filter((s) => s !== code) });
                  box.current?.querySelector('select')?.focus(); // the chip is gone with its skill
                }}
              >
                {nameOf(names.get(code), PENDING_NAME)} ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
