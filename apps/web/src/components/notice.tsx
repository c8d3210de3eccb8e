import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMailWords } from '../features/installation/api/installation.js';
import type { Problem } from '../lib/api.js';
import { currentPath } from '../lib/locale.js';
import { t } from '../lib/words.js';
import { Button } from './button.js';
import { Icon } from './marks.js';

type Look = 'info' | 'wait' | 'bad' | 'good';
const ICON: Record<Look, string> = { info: 'info', wait: 'clock', bad: 'alert', good: 'check' };

export function Notice({
  look = 'info',
  role,
  children,
}: {
  look?: Look;
  role?: 'alert' | 'status';
  children: ReactNode;
}): ReactNode {
  return (
    <div className={`notice${look === 'info' ? '' : ` notice-${look}`}`} role={role}>
      <Icon name={ICON[look]} />
      <div>{children}</div>
    </div>
  );
}

/** The link that confirms an address. */
const WhereTheLinkIs = (): ReactNode => useMailWords()('problem.openTheMail');

interface ProblemProps {
  problem: Problem | Error | null;
  onRetry?: () => void;
  /** Of a form that keeps its words: takes what stands now instead of them. */
  onTake?: (() => void) | undefined;
  /** Nothing was to be written: it was asked for something that has never been seen here. */
  reading?: boolean;
}

/** What happened, what became of your data, what to do next. The sentence is the server's; the way out is ours. */
export function ProblemNotice({ problem, onRetry, onTake, reading = false }: ProblemProps): ReactNode {
  if (!problem) return null;
  const status = 'status' in problem ? problem.status : 0;
  const code = 'code' in problem ? problem.code : 'web.unexpected';
  const sentence =
    code === 'platform.paused'
      ? t('problem.paused')
      : status === 0
        ? t(reading ? 'problem.notKept' : 'problem.noConnection')
        : status >= 500
          ? t(reading ? 'problem.serverReading' : 'problem.server')
          : problem.message || t('problem.unknown');
  const moved = status === 409 || status === 412;
  return (
    <Notice look="bad" role="alert">
      <p>{sentence}</p>
      {moved && onTake && (
        <>
          <p className="small muted">{t('problem.keptWords')}</p>
          <p className="gap-top-2">
            <Button size="dense" onClick={onTake}>
              {t('problem.take')}
            </Button>
          </p>
        </>
      )}
      {status === 409 && !onTake && (
        <p className="small muted">
          {code === 'person.unconfirmed' ? <WhereTheLinkIs /> : t('problem.shownAsItIsNow')}
        </p>
      )}
      {status === 401 && (
        <p className="gap-top-2">
          <Link className="btn btn-quiet btn-dense" to="/sign-in" search={{ next: here() }}>
            {t('problem.signIn')}
          </Link>
        </p>
      )}
      {onRetry && (status === 0 || status >= 500 || status === 429) && (
        <p className="gap-top-2">
          <Button size="dense" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        </p>
      )}
      {status >= 500 && code !== 'platform.paused' && (
        <p className="tiny faint gap-top-2">
          {t('problem.code')} <span className="code">{code}</span>
        </p>
      )}
    </Notice>
  );
}

/** The address of this page without the language prefix: sign-in leads back to it. */
export const here = (): string =>
  currentPath().replace(/^\/en(?=\/|$)/, '') + (typeof window === 'undefined' ? '' : window.location.search) || '/';
