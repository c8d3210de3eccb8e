import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { useMailWords } from '../../installation/api/installation.js';
import { ContactLooks, OwnContactForm } from '../../matching/components/own-contact.js';
import { useSession } from '../api/session.js';
import { FoldLine } from './fold-line.js';
import { OwnConsents } from './own-consents.js';
import { Erasing, OwnData } from './own-data.js';
import { OwnSessions } from './own-sessions.js';
import { OwnSide } from './own-side.js';
import { AddressForm, PasswordForm } from './own-words.js';
import { SecondFactorsPart } from './second-factors.js';
import { SignInFirst } from './sign-in-first.js';

type Form = 'password' | 'address' | 'contact';

/** Password, address and what else proves who one is; of their forms one is open at a time. */
function Entering({ email }: { email: string }): ReactNode {
  const mailWords = useMailWords();
  const [open, setOpen] = useState<Form | null>(null);
  const fold = (form: Form): { id: string; open: boolean; onOpen: () => void } => ({
    id: form,
    open: open === form,
    onOpen: () => setOpen(open === form ? null : form),
  });
  return (
    <>
      <section className="sec" aria-labelledby="entering">
        <h2 className="h-block" id="entering">
          {t('identity:security.entering')}
        </h2>
        <div className="sheet pad-l">
          <ul className="lines">
            <FoldLine
              {...fold('password')}
              title={t('identity:password')}
              text={t('identity:security.passwordText')}
              label={t('identity:security.change')}
            >
              <PasswordForm />
            </FoldLine>
            <FoldLine
              {...fold('address')}
              title={t('identity:email')}
              text={mailWords('identity:security.emailText', { email })}
              label={t('identity:security.change')}
            >
              <AddressForm />
            </FoldLine>
          </ul>
          <SecondFactorsPart />
        </div>
      </section>
      <OwnSessions />
      <section className="sec" aria-labelledby="reached">
        <h2 className="h-block" id="reached">
          {t('identity:security.reached')}
        </h2>
        <div className="sheet pad-l">
          <ul className="lines">
            <FoldLine
              {...fold('contact')}
              title={t('meeting:own.title')}
              text={t('meeting:own.text')}
              label={t('identity:security.change')}
            >
              <OwnContactForm />
            </FoldLine>
          </ul>
        </div>
      </section>
    </>
  );
}

/** `/me/security`: who can come in instead of the person, who saw them, and what is kept of them. */
/** In place of the page, whose reader is nobody now. */
function Erased(): ReactNode {
  return (
    <div className="wrap section stack" tabIndex={-1} data-erased>
      <PageHead title={t('identity:erasing.done')} />
      <h1 className="h-page">{t('identity:erasing.done')}</h1>
      <p className="lead">{t('identity:erasing.doneText')}</p>
      <p>
        <Link className="btn btn-quiet" to="/">
          {t('identity:erasing.home')}
        </Link>
      </p>
    </div>
  );
}

export function SecurityPage(): ReactNode {
  const { data: session } = useSession();
  const [erased, setErased] = useState(false);
  if (erased) return <Erased />;
  if (session === null) return <SignInFirst />;
  return (
    <div className="wrap with-side">
      <PageHead title={t('identity:security.title')} />
      {session && <OwnSide />}
      <div className="side-main">
        <header className="acc-head">
          <h1 className="h-page">{t('identity:security.title')}</h1>
          <p className="muted">{t('identity:security.lead')}</p>
        </header>
        {session?.secondFactorRequired && (
          <div className="gap-below-4">
            <Notice look="wait">
              <p>{t('identity:security.rolesSleep')}</p>
            </Notice>
          </div>
        )}
        {session && (
          <>
            <Entering email={session.person.email} />
            <ContactLooks />
            <OwnConsents />
            <OwnData />
            <Erasing
              onErased={() => {
                setErased(true);
                goToOutcome('[data-erased]', t('identity:erasing.done'));
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}
