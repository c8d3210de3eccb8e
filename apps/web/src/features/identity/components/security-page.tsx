import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { t } from '../../../lib/words.js';
import { ContactLooks, OwnContactForm } from '../../matching/components/own-contact.js';
import { useSession } from '../api/session.js';
import { AddressForm, PasswordForm } from './own-words.js';
import { OwnData } from './own-data.js';
import { OwnSessions } from './own-sessions.js';
import { SecondFactorsPart } from './second-factors.js';
import { SignInFirst } from './sign-in-first.js';

/** What keeps an account its owner's: password, address, second step, where one is signed in. */
export function SecurityPage(): ReactNode {
  const { data: session } = useSession();
  if (session === null) return <SignInFirst />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('identity:security.title')} />
      <nav aria-label={t('nav.path')}><ol className="crumbs"><li><Link to="/me">{t('offers:account')}</Link></li></ol></nav>
      <header className="page-head"><h1 className="h-page">{t('identity:security.title')}</h1></header>
      {session?.secondFactorRequired && <div className="gap-below-4"><Notice look="wait"><p>{t('identity:security.rolesSleep')}</p></Notice></div>}
      {session && <div className="stack-6"><SecondFactorsPart /><PasswordForm /><AddressForm email={session.person.email} /><OwnSessions /><OwnContactForm /><ContactLooks /><OwnData /></div>}
    </div>
  );
}
