import { Link, useHydrated } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../lib/words.js';
import { Button } from './button.js';
import { Logo } from './marks.js';

/** A page whose words did not come: what is so, what of the reader's is safe, and what opens all the same. */
export function NoAnswer({ onRetry, code }: { onRetry: () => void; code?: string }): ReactNode {
  const offline = useHydrated() && !navigator.onLine; // what a server draws is drawn by one that answers
  const which = offline ? 'offline' : 'down';
  return (
    <div className="wrap page-narrow no-answer">
      <Logo />
      <h1 className="h-page">{t(`noAnswer.${which}.title`)}</h1>
      <p className="lead gap-top-3">{t(`noAnswer.${which}.text`)}</p>
      <p className="row row-wrap gap-top-6">
        <Button look="main" onClick={onRetry}>
          {t('noAnswer.again')}
        </Button>
        {offline && (
          <>
            <Link className="btn btn-quiet" to="/me">
              {t('tab.me')}
            </Link>
            <Link className="btn btn-quiet" to="/me/shifts" search={{}}>
              {t('noAnswer.shifts')}
            </Link>
          </>
        )}
      </p>
      {code && !offline && (
        <p className="tiny faint gap-top-4">
          {t('problem.code')} <span className="code">{code}</span>
        </p>
      )}
    </div>
  );
}
