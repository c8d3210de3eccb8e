import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { dateIn } from '../../../lib/dates.js';
import { decimal } from '../../../lib/decimal.js';
import { focusFirstError } from '../../../lib/form.js';
import { nameOf, placeName, t } from '../../../lib/words.js';
import { usePlaces, useSpheres } from '../../catalogue/api/catalogue.js';
import { makePledge } from '../api/pledges.js';

const DAYS = Array.from({ length: 28 }, (_, at) => at + 1);

/** What the money may go to: whatever one of these names. */
function Purposes({
  spheres,
  place,
  error,
  change,
}: {
  spheres: readonly string[];
  place: string;
  error: string | undefined;
  change: (said: { spheres?: string[]; place?: string }) => void;
}): ReactNode {
  const known = useSpheres();
  const places = usePlaces();
  return (
    <>
      <fieldset className="stack-2" aria-describedby={error ? 'purposes' : undefined}>
        <legend className="strong">{t('pledges:form.spheres')}</legend>
        {known.data?.map((sphere) => (
          <label className="check" key={sphere.code}>
            <input
              type="checkbox"
              checked={spheres.includes(sphere.code)}
              onChange={({ target: { checked } }) =>
                change({
                  spheres: checked ? [...spheres, sphere.code] : spheres.filter((code) => code !== sphere.code),
                })
              }
            />
            <span>{nameOf(sphere)}</span>
          </label>
        ))}
      </fieldset>
      <SelectField
        label={t('pledges:form.place')}
        hint={t('pledges:form.placeHint')}
        value={place}
        error={error}
        onChange={(event) => change({ place: event.target.value })}
      >
        <option value="">{t('pledges:form.noPlace')}</option>
        {places.data?.map((one) => (
          <option key={one.code} value={one.code}>
            {placeName(one)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** A new pledge: how much in all, for what, until when. */
export function PledgeForm({ org }: { org: string }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState({
    ceiling: '',
    each: '',
    spheres: [] as string[],
    place: '',
    until: dateIn(365),
    day: '25',
  });
  const action = useAction(makePledge, { refresh: ['pledges'] });
  const field = (name: 'ceiling' | 'each' | 'until') => ({
    name,
    value: said[name],
    error: action.error(name),
    onChange: (event: { target: { value: string } }) => setSaid({ ...said, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { ceiling, each, spheres, place, until, day } = said;
    const only = [...spheres, ...(place ? [place] : [])];
    await action.run({ org, ceiling: decimal(ceiling), each: decimal(each), only, until, day: Number(day) });
    focusFirstError(element.current);
  };
  return (
    <form
      ref={element}
      className="sheet pad-l stack"
      aria-labelledby="new-pledge"
      onSubmit={(event) => void submit(event)}
    >
      <h2 className="h-block" id="new-pledge">
        {t('pledges:form.title')}
      </h2>
      <p className="small muted">{t('pledges:form.text')}</p>
      <div className="grid-2">
        <TextField
          label={t('pledges:ceiling')}
          required
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          unit="₽"
          {...field('ceiling')}
        />
        <TextField
          label={t('pledges:each')}
          hint={t('pledges:eachHint')}
          optional
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          unit="₽"
          {...field('each')}
        />
      </div>
      <Purposes
        spheres={said.spheres}
        place={said.place}
        error={action.error('only')}
        change={(changes) => setSaid({ ...said, ...changes })}
      />
      <div className="grid-2">
        <SelectField
          label={t('pledges:form.day')}
          value={said.day}
          error={action.error('day')}
          onChange={(event) => setSaid({ ...said, day: event.target.value })}
        >
          {DAYS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </SelectField>
        <TextField label={t('pledges:form.until')} type="date" required min={dateIn(0)} {...field('until')} />
      </div>
      <ProblemNotice problem={action.general} />
      <p>
        <Button type="submit" look="main" busy={action.busy}>
          {t('pledges:form.send')}
        </Button>
      </p>
    </form>
  );
}
