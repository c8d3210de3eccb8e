import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { confirmEmail } from '../api/session.js';

/** The mail's link carries the token behind `#` (no server log sees it) or as `?token=`. */
const tokenOfAddress = (): string => decodeURIComponent(window.location.hash.replace(/^#(token=)?/, '')) || new URLSearchParams(window.location.search).get('token') || '';

/** One press confirms: a mail scanner that only opens the link confirms nothing. */
export function ConfirmPage(): ReactNode {
  const [token] = useState(tokenOfAddress);
  const [done, setDone] = useState(false);
  const action = useAction(confirmEmail, { refresh: ['session'], onDone: () => setDone(true) });
  return (
    <div className="wrap page-sign">
      <PageHead title={t('identity:confirmTitle')} />
      <h1 className="h-page">{t('identity:confirmTitle')}</h1>
      <div className="stack gap-top-6">
        {done && <><Notice look="good" role="status"><p>{t('identity:confirmed')}</p></Notice><Link className="btn btn-main" to="/sign-in" search={{}}>{t('identity:signIn')}</Link></>}
        {!done && token && <Button look="main" size="large" busy={action.busy} onClick={() => void action.run(token)}>{t('identity:confirmGo')}</Button>}
        {!done && !token && <Notice look="wait"><p>{t('identity:noToken')}</p></Notice>}
        <ProblemNotice problem={action.problem} />
      </div>
    </div>
  );
}
