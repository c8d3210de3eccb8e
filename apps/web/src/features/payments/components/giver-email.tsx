import type { ReactNode, Ref } from 'react';
import { TextField } from '../../../components/field.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';

/** Where a visitor says by which address they find the gift again, once they have an account with it. A signed-in giver finds it as it is. */
export function GiverEmail({
  value,
  onChange,
  error,
  ref,
}: {
  value: string;
  onChange: (email: string) => void;
  error: string | undefined;
  ref?: Ref<HTMLInputElement>;
}): ReactNode {
  if (useSession().data) return null;
  return (
    <TextField
      label={t('giving:email')}
      hint={t('giving:emailHint')}
      optional
      ref={ref}
      type="email"
      name="email"
      autoComplete="email"
      maxLength={254}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
