import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useByCode, useCatalogue, usePlaces, useSkills } from '../../catalogue/api/catalogue.js';
import { forgetWish, saveWish, useShiftWish, useSuitedShifts, type ShiftWish } from '../api/wishes.js';
import { ShiftLine } from './shift-line.js';
import { chosenIn, DAYS, PARTS, windowsOf, type HoursKey } from './wish-hours.js';

const EMPTY: ShiftWish = { place: '', radiusKm: 30, remote: true, skills: [], windows: [], told: true };

interface PartProps {
  wish: ShiftWish;
  onChange: (wish: Partial<ShiftWish>) => void;
}

/** Six boxes: workdays and weekends, in the morning, by day and in the evening. None says at any time. */
function Hours({ wish, onChange }: PartProps): ReactNode {
  const chosen = chosenIn(wish.windows);
  const turn = (key: HoursKey): void =>
    onChange({ windows: windowsOf(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]) });
  return (
    <fieldset className="field">
      <legend className="label">{t('wishes:hours')}</legend>
      {(Object.keys(DAYS) as (keyof typeof DAYS)[]).map((days) => (
        <div key={days} className="row row-wrap">
          <span className="small strong">{t(`wishes:days.${days}`)}</span>
          {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => (
            <label key={part} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(`${days}.${part}`)}
                onChange={() => turn(`${days}.${part}`)}
              />
              <span>{t(`wishes:part.${part}`)}</span>
            </label>
          ))}
        </div>
      ))}
      <p className="hint">{t('wishes:hoursHint')}</p>
    </fieldset>
  );
}

function Skills({ wish, onChange }: PartProps): ReactNode {
  const skills = useSkills().data ?? [];
  const byCode = useByCode(skills);
  return (
    <div className="stack-2">
      <SelectField
        label={t('wishes:skills')}
        hint={t('wishes:skillsHint')}
        value=""
        onChange={(event) => event.target.value && onChange({ skills: [...wish.skills, event.target.value] })}
      >
        <option value="">{t('wishes:addSkill')}</option>
        {skills
          .filter(({ code }) => !wish.skills.includes(code))
          .map((skill) => (
            <option key={skill.code} value={skill.code}>
              {nameOf(skill)}
            </option>
          ))}
      </SelectField>
      {wish.skills.length > 0 && (
        <div className="chips">
          {wish.skills.map((code) => (
            <button
              key={code}
              type="button"
              className="chip chip-dense"
              onClick={() => onChange({ skills: wish.skills.filter((one) => one !== code) })}
            >
              {nameOf(byCode.get(code), PENDING_NAME)}
              <span aria-hidden="true">×</span>
              <span className="sr">{t('wishes:withoutSkill')}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Form({ before, onDone }: { before: ShiftWish | null; onDone: () => void }): ReactNode {
  const [wish, setWish] = useState(before ?? EMPTY);
  const places = usePlaces().data ?? [];
  const save = useAction(saveWish, { refresh: ['shifts'], onDone });
  const forget = useAction(forgetWish, { refresh: ['shifts'], onDone });
  const onChange = (said: Partial<ShiftWish>): void => setWish((now) => ({ ...now, ...said }));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(wish);
      }}
    >
      <SelectField
        label={t('wishes:place')}
        value={wish.place}
        error={save.error('place')}
        onChange={(event) => onChange({ place: event.target.value })}
        required
      >
        <option value="">{t('wishes:choosePlace')}</option>
        {places
          .filter((place) => place.kind !== 'region')
          .map((place) => (
            <option key={place.code} value={place.code}>
              {placeName(place)}
            </option>
          ))}
      </SelectField>
      <TextField
        label={t('wishes:radius')}
        type="number"
        inputMode="numeric"
        min={1}
        max={1000}
        unit={t('wishes:km')}
        value={String(wish.radiusKm)}
        error={save.error('radiusKm')}
        onChange={(event) => onChange({ radiusKm: Number(event.target.value) })}
        required
      />
      <Hours wish={wish} onChange={onChange} />
      <Skills wish={wish} onChange={onChange} />
      {(['remote', 'told'] as const).map((field) => (
        <label key={field} className="check">
          <input
            type="checkbox"
            checked={wish[field]}
            onChange={(event) => onChange({ [field]: event.target.checked })}
          />
          <span>{t(`wishes:${field}`)}</span>
        </label>
      ))}
      <ProblemNotice problem={save.general ?? forget.problem} />
      <div className="row row-wrap">
        <Button type="submit" look="main" busy={save.busy}>
          {t('wishes:save')}
        </Button>
        {before && (
          <Button look="no" busy={forget.busy} onClick={() => void forget.run(undefined)}>
            {t('wishes:forget')}
          </Button>
        )}
        <Button look="plain" onClick={onDone}>
          {t('form.close')}
        </Button>
      </div>
    </form>
  );
}

/** When, where and with what a volunteer would come. */
export function WishCard(): ReactNode {
  const [open, setOpen] = useState(false);
  const query = useShiftWish();
  const places = useCatalogue('places');
  return (
    <section className="sheet pad stack" aria-labelledby="wish">
      <h2 className="h-block" id="wish">
        {t('wishes:title')}
      </h2>
      <Loaded query={query}>
        {({ wish }) =>
          open ? (
            <Form before={wish} onDone={() => setOpen(false)} />
          ) : (
            <>
              <p className="small">
                {wish
                  ? t('wishes:said', {
                      place: placeName(places.get(wish.place), PENDING_NAME),
                      km: wish.radiusKm,
                      skills: wish.skills.length,
                    })
                  : t('wishes:text')}
              </p>
              <div>
                <Button onClick={() => setOpen(true)}>{t(wish ? 'wishes:change' : 'wishes:go')}</Button>
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

/** Shifts that suit what was said, on the page of one's own shifts. */
export function SuitedShifts(): ReactNode {
  const wish = useShiftWish().data?.wish;
  const query = useSuitedShifts(Boolean(wish));
  if (!wish) return null;
  return (
    <section aria-labelledby="suited" className="gap-top-6">
      <h2 className="h-section gap-below-2" id="suited">
        {t('wishes:suited')}
      </h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <ul className="shift-rows" data-suited={items.length}>
              {items.map((shift) => (
                <ShiftLine key={shift.id} shift={shift} level={3} />
              ))}
            </ul>
          ) : (
            <p className="small muted">
              {t('wishes:noneSuits')}{' '}
              <Link to="/shifts" search={{}}>
                {t('volunteering:find.all')}
              </Link>
            </p>
          )
        }
      </Loaded>
    </section>
  );
}
