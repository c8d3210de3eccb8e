import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { dateIn } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { enterWalkIn, type WalkInForm } from '../api/walk-ins.js';

const EMPTY = {
  name: '',
  phone: '',
  email: '',
  note: '',
  how: 'spoken' as WalkInForm['consent']['how'],
  day: dateIn(0),
};

/** Who it is, first; the offer follows on the next page. */
export function WalkInEntry({ org }: { org: string }): ReactNode {
  const navigate = useNavigate();
  const element = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState(EMPTY);
  const action = useAction(enterWalkIn, {
    refresh: ['walk-ins'],
    onDone: ({ id }) => void navigate({ to: '/desk/$org/walk-ins/$id', params: { org, id } }),
  });
  const field = (name: keyof typeof EMPTY, at: string) => ({
    value: form[name],
    error: action.error(at),
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const contact = Object.fromEntries(
      (['phone', 'email', 'note'] as const)
        .filter((name) => form[name].trim())
        .map((name) => [name, form[name].trim()]),
    );
    await action.run({
      org,
      name: form.name.trim(),
      ...(Object.keys(contact).length > 0 ? { contact } : {}),
      consent: { how: form.how, day: form.day },
    });
    focusFirstError(element.current);
  };
  return (
    <section className="sheet pad-l gap-top-6" aria-labelledby="enter">
      <h2 className="h-block" id="enter">
        {t('walkIns:enter')}
      </h2>
      <p className="small muted gap-top-2">{t('walkIns:enterText')}</p>
      <form ref={element} className="stack gap-top-4" onSubmit={(event) => void submit(event)}>
        <TextField label={t('walkIns:name')} required maxLength={120} autoComplete="off" {...field('name', 'name')} />
        <div className="grid-2">
          <TextField
            label={t('walkIns:phone')}
            optional
            type="tel"
            maxLength={40}
            autoComplete="off"
            {...field('phone', 'contact.phone')}
          />
          <TextField
            label={t('walkIns:email')}
            optional
            type="email"
            maxLength={254}
            autoComplete="off"
            {...field('email', 'contact.email')}
          />
        </div>
        <TextField
          label={t('walkIns:note')}
          optional
          hint={t('walkIns:contactHint')}
          maxLength={300}
          autoComplete="off"
          {...field('note', 'contact.note')}
        />
        <div className="grid-2">
          <SelectField label={t('walkIns:how')} required {...field('how', 'consent.how')}>
            {(['spoken', 'written'] as const).map((how) => (
              <option key={how} value={how}>
                {t(`walkIns:hows.${how}`)}
              </option>
            ))}
          </SelectField>
          <TextField label={t('walkIns:day')} required type="date" max={dateIn(0)} {...field('day', 'consent.day')} />
        </div>
        <ProblemNotice problem={action.general} />
        <p>
          <Button type="submit" look="main" busy={action.busy}>
            {t('walkIns:enterGo')}
          </Button>
        </p>
      </form>
    </section>
  );
}
