import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { erase } from '../api/account.js';
import { changePerson } from '../api/session.js';
import { OwnPassword } from './own-words.js';

/** Everything that is kept, to take away; and the end of an account, which says beforehand what stays. */
export function OwnData(): ReactNode {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const action = useAction(erase, { onDone: () => { changePerson(client, null); void navigate({ to: '/' }); } });
  return (
    <section className="sheet pad-l" aria-labelledby="data">
      <h2 className="h-block" id="data">{t('identity:security.data')}</h2>
      <p className="small muted gap-top-2">{t('identity:security.dataText')}</p>
      <p className="row row-wrap gap-top-4">
        <a className="btn btn-quiet" href="/api/v1/me/export" download>{t('identity:security.export')}</a>
        <Button look="no" aria-expanded={open} onClick={() => setOpen(!open)}>{t('identity:security.erase')}</Button>
      </p>
      {open && (
        <form className="stack gap-top-4" onSubmit={(event) => { event.preventDefault(); void action.run(password); }}>
          <p>{t('identity:security.eraseText')}</p>
          <OwnPassword value={password} error={action.error('password')} onChange={setPassword} />
          <ProblemNotice problem={action.problem} />
          <p className="row row-wrap"><Button type="submit" look="no" busy={action.busy}>{t('identity:security.eraseGo')}</Button><Button look="plain" onClick={() => setOpen(false)}>{t('form.cancel')}</Button></p>
        </form>
      )}
    </section>
  );
}
