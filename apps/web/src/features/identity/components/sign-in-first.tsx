import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { here } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { t } from '../../../lib/words.js';

/** A page that belongs to a person: sign in, and come back here. A door that people without an account come to says in its own words what lies behind it. */
export function SignInFirst({ title = t('identity:first'), text = t('identity:firstText') }): ReactNode {
  return (
    <div className="wrap page-narrow">
      <PageHead title={title} />
      <h1 className="h-page">{title}</h1>
      <p className="lead gap-top-3">{text}</p>
      <p className="row row-wrap gap-top-6">
        <Link className="btn btn-main" to="/sign-in" search={{ next: here() }}>
          {t('nav.signIn')}
        </Link>
        <Link className="btn btn-quiet" to="/join" search={{ next: here() }}>
          {t('identity:join')}
        </Link>
      </p>
      <p className="small gap-top-6">
        {t('identity:firstGift')} <Link to="/v">{t('identity:firstCode')}</Link>
      </p>
    </div>
  );
}
