import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { Icon } from './marks.js';
import { t } from '../lib/words.js';

export function FieldError({ id, children }: { id: string; children: ReactNode }): ReactNode {
  return (
    <p className="error" id={id}>
      <Icon name="alert" small />
      <span>{children}</span>
    </p>
  );
}

interface Frame {
  label: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
}
interface Wiring {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  className: string;
}

/** Label, control, hint and error, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
}: Frame & { children: (wiring: Wiring) => ReactNode }): ReactNode {
  const id = useId();
  const described = [error ? `${id}-e` : '', hint ? `${id}-h` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {optional && <span className="faint label-note"> {t('form.optional')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        className: `input${error ? ' is-bad' : ''}`,
      })}
      {error && <FieldError id={`${id}-e`}>{error}</FieldError>}
      {hint && (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The control stays the same element when a unit comes to stand beside it: what is being typed at that moment is not lost. */
export function TextField({
  label,
  hint,
  error,
  optional,
  unit,
  ...input
}: Frame & { unit?: string; ref?: Ref<HTMLInputElement> } & InputHTMLAttributes<HTMLInputElement>): ReactNode {
  return (
    <Field {...{ label, hint, error, optional }}>
      {(wiring) => (
        <div className={unit ? 'with-unit' : undefined}>
          <input {...input} {...wiring} />
          {unit && (
            <span className="unit" aria-hidden="true">
              {unit}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}

export function AreaField({
  label,
  hint,
  error,
  optional,
  ...area
}: Frame & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactNode {
  return <Field {...{ label, hint, error, optional }}>{(wiring) => <textarea rows={4} {...area} {...wiring} />}</Field>;
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  children,
  ...select
}: Frame & SelectHTMLAttributes<HTMLSelectElement>): ReactNode {
  return (
    <Field {...{ label, hint, error, optional }}>
      {(wiring) => (
        <select {...select} {...wiring}>
          {children}
        </select>
      )}
    </Field>
  );
}
