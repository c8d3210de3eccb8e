import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { useAction } from '../../../lib/action.js';
import { tokenOfAddress } from '../../../lib/link-token.js';
import { t } from '../../../lib/words.js';
import { confirmNewEmail, undoEmailChange } from '../api/account.js';
import { confirmEmail } from '../api/session.js';

type Words = 'confirm' | 'confirmChange' | 'undoChange';

/** One press confirms: a mail scanner that only opens the link confirms nothing. */
function LinkPage({ words, send }: { words: Words; send: (token: string, key: string) => Promise<unknown> }): ReactNode {
  const [token] = useState(tokenOfAddress);
  const [done, setDone] = useState(false);
  const action = useAction(send, { refresh: ['session'], onDone: () => setDone(true) });
  return (
    <div className="wrap page-sign">
      <PageHead title={t(`identity:${words}.title`)} />
      <h1 className="h-page">{t(`identity:${words}.title`)}</h1>
      <div className="stack gap-top-6">
        {done && <><Notice look="good" role="status"><p>{t(`identity:${words}.done`)}</p></Notice><Link className="btn btn-main" to="/sign-in" search={{}}>{t('identity:signIn')}</Link></>}
        {!done && token && <Button look="main" size="large" busy={action.busy} onClick={() => void action.run(token)}>{t(`identity:${words}.go`)}</Button>}
        {!done && !token && <Notice look="wait"><p>{t('identity:noToken')}</p></Notice>}
        <ProblemNotice problem={action.problem} />
      </div>
    </div>
  );
}

export const ConfirmPage = (): ReactNode => <LinkPage words="confirm" send={confirmEmail} />;
export const ConfirmChangePage = (): ReactNode => <LinkPage words="confirmChange" send={confirmNewEmail} />;
export const UndoChangePage = (): ReactNode => <LinkPage words="undoChange" send={undoEmailChange} />;
