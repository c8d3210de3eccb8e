import { Link, useHydrated } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import type { Follow } from '../api/follows.js';

const FollowButton = lazy(() => import('./follow-button.js').then((module) => ({ default: module.FollowButton })));

/** The way to follow the place or sphere of this page: for a visitor it leads through the sign-in and back. */
export function FollowHere({ subject, code }: Pick<Follow, 'subject' | 'code'>): ReactNode {
  const hydrated = useHydrated(); // what is drawn is a visitor's
  const session = useSession().data;
  if (hydrated && session)
    return (
      <Suspense fallback={null}>
        <FollowButton subject={subject} code={code} />
      </Suspense>
    );
  return (
    <>
      <Link
        className="btn btn-plain"
        to="/sign-in"
        search={{ next: `/${subject === 'place' ? 'places' : 'spheres'}/${code}#follow`, why: 'follow' }}
      >
        {t('sheet:follow.go')}
      </Link>
      <span className="small muted follow-said">{t('sheet:follow.ask')}</span>
    </>
  );
}
