import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { dateIn, dayTime, instantIn, timeOf } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { book, type OwnBooking, type Resource } from '../api/bookings.js';

const EMPTY = { day: '', from: '10:00', lastDay: '', until: '12:00', purpose: '' };

/** A day, from when until when, in whose name and what for. Past midnight the end is on the next day. */
export function BookForm({ resource }: { resource: Resource }): ReactNode {
  const [form, setForm] = useState(EMPTY);
  const [done, setDone] = useState<OwnBooking | null>(null);
  const all = useRef<HTMLFormElement>(null);
  const memberships = (useSession().data?.memberships ?? []).filter(({ role }) => role !== 'accountant');
  const must =
    resource.who === 'organizations' && !memberships.some((one) => one.organization.id === resource.organization.id);
  const [name, setName] = useState(must ? (memberships[0]?.organization.id ?? '') : '');
  const action = useAction(book, { refresh: ['bookings'], onDone: setDone });
  const several = resource.longestMinutes > 24 * 60;
  const field = (key: keyof typeof EMPTY, wrong: string = key) => ({
    value: form[key],
    error: action.error(wrong),
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [key]: event.target.value }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setDone(null);
    const lastDay = several && form.lastDay ? form.lastDay : form.day;
    const next = lastDay === form.day && form.until <= form.from ? 1 : 0;
    await action.run({
      resource: resource.id,
      form: {
        from: instantIn(form.day, form.from, resource.timeZone),
        until: instantIn(lastDay, form.until, resource.timeZone, next),
        purpose: form.purpose || null,
        ...(name ? { organization: name } : {}),
      },
    });
    focusFirstError(all.current);
  };
  return (
    <form className="sheet pad stack" ref={all} onSubmit={(event) => void submit(event)} aria-labelledby="book">
      <h2 className="h-block" id="book">
        {t('bookings:book')}
      </h2>
      {done && (
        <Notice look="good" role="status">
          <p>
            {t('bookings:done', {
              when: `${dayTime(done.from, resource.timeZone)}–${timeOf(done.until, resource.timeZone)}`,
            })}
          </p>
        </Notice>
      )}
      <TextField label={t('bookings:day')} type="date" min={dateIn(0)} required {...field('day', 'from')} />
      <div className="grid-2 grid-keep">
        <TextField label={t('bookings:from')} type="time" required {...field('from', '')} />
        <TextField label={t('bookings:until')} type="time" required {...field('until')} />
      </div>
      {several && (
        <TextField label={t('bookings:lastDay')} type="date" min={form.day} optional {...field('lastDay', '')} />
      )}
      {memberships.length > 0 && (
        <SelectField label={t('bookings:inName')} value={name} onChange={(event) => setName(event.target.value)}>
          {!must && <option value="">{t('bookings:ownName')}</option>}
          {memberships.map(({ organization }) => (
            <option key={organization.id} value={organization.id}>
              {organization.shortName}
            </option>
          ))}
        </SelectField>
      )}
      <TextField label={t('bookings:purpose')} optional maxLength={200} {...field('purpose')} />
      <ProblemNotice problem={action.general} />
      <div>
        <Button type="submit" look="main" size="large" busy={action.busy}>
          {t('bookings:bookGo')}
        </Button>
      </div>
    </form>
  );
}
