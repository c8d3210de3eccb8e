import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { giftTarget } from '../../../app/search.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';

/** The same again and again: other than a gift of once it needs an account, which is said before the way leads to the sign-in. */
export function MonthlyLink({ to }: { to: ReturnType<typeof giftTarget> }): ReactNode {
  const { data: session } = useSession();
  return (
    <>
      <Link className="small" to="/standing-gift" search={to}>
        {t('giving:here.monthly')}
      </Link>
      {!session && <span className="small muted"> {t('giving:here.monthlyAccount')}</span>}
    </>
  );
}
