import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import type { Action } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import type { OwnContact } from '../api/meeting.js';

interface FieldsProps {
  value: OwnContact;
  error: Action<unknown>['error'];
  onChange: (value: OwnContact) => void;
  under?: string;
  focus?: boolean;
}

/** What a person shares so that the other side finds them; all of it may stay empty. */
export function ContactFields({ value, error, onChange, under = 'contact', focus = false }: FieldsProps): ReactNode {
  const field = (
    name: keyof OwnContact,
    max: number,
    more: { type?: string; hint?: string; autoComplete?: string; autoFocus?: boolean } = {},
  ): ReactNode => (
    <TextField
      label={t(`meeting:field.${name}`)}
      optional
      maxLength={max}
      value={value[name] ?? ''}
      error={error(`${under}.${name}`)}
      {...more}
      onChange={(event) => onChange({ ...value, [name]: event.target.value })}
    />
  );
  return (
    <>
      {field('phone', 40, { type: 'tel', autoComplete: 'tel', autoFocus: focus })}
      {field('name', 120, { autoComplete: 'given-name' })}
      {field('note', 300, { hint: t('meeting:noteHint') })}
    </>
  );
}

/** Leaves out what was not filled in. */
export const filledIn = (contact: OwnContact): OwnContact =>
  Object.fromEntries(Object.entries(contact).flatMap(([key, text]) => (text?.trim() ? [[key, text.trim()]] : [])));

/** A yes together with how to be reached. */
export function ContactForm({
  busy,
  error,
  onSend,
  onClose,
  send,
}: {
  busy: boolean;
  error: Action<unknown>['error'];
  onSend: (contact: OwnContact) => void;
  onClose: () => void;
  send: string;
}): ReactNode {
  const [contact, setContact] = useState<OwnContact>({});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend(filledIn(contact));
  };
  return (
    <form className="prop-part" onSubmit={submit}>
      <ContactFields value={contact} error={error} onChange={setContact} focus />
      <p className="small muted reason-title">{t('meeting:whoSees')}</p>
      <Button type="submit" look="main" busy={busy}>
        {send}
      </Button>
      <Button look="plain" onClick={onClose}>
        {t('form.close')}
      </Button>
    </form>
  );
}
