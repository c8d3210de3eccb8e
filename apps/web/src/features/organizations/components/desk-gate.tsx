import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Bones } from '../../../components/states.js';
import type { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';

/** What stands in place of a page of an organization's room until it is known that the reader is a member; null: the page is theirs. */
export function deskGate(session: ReturnType<typeof useSession>['data'], isMember: boolean): ReactNode {
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  return isMember ? null : <NotFoundPage />;
}
