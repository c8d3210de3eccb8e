import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { KEY_FIELD, usePlainForm } from '../../../lib/plain-form.js';
import { t } from '../../../lib/words.js';

/** Without a script the code of the link stays behind its #, where no server reads it: it is put into the form by hand, and a password where one is asked for. */
export function PlainConfirm(): ReactNode {
  const plain = usePlainForm();
  const said = (name: string) => plain.refused?.fields.find(({ field }) => field === name);
  const password = said('password');
  const general = plain.refused && !said('token') && !password ? plain.refused : null;
  return (
    <form className="stack" {...plain.form}>
      <input type="hidden" name={KEY_FIELD} value={plain.key} />
      <p>{t('identity:confirm.plainText')}</p>
      <TextField
        label={t('identity:confirm.plainCode')}
        name="token"
        required
        maxLength={400}
        autoComplete="off"
        defaultValue={plain.typed('token')}
        error={said('token')?.message}
      />
      {password && (
        <>
          <p>{t('identity:confirm.plainPassword')}</p>
          <TextField
            label={t('identity:confirm.password')}
            hint={t('identity:passwordHint')}
            type="password"
            name="password"
            autoComplete="new-password"
            required
            maxLength={200}
            error={password.code === 'identity.password-needed' ? undefined : password.message}
          />
        </>
      )}
      <ProblemNotice problem={general} />
      <p>
        <Button type="submit" look="main" size="large">
          {t('identity:confirm.go')}
        </Button>
      </p>
    </form>
  );
}
