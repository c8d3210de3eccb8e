import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../components/button.js';
import { PageHead } from '../components/page.js';
import { t } from '../lib/words.js';

export function NotFoundPage(): ReactNode {
  return (
    <div className="wrap page-narrow">
      <PageHead title={t('notFound.title')} />
      <h1 className="h-page">{t('notFound.title')}</h1>
      <p className="lead gap-top-3">{t('notFound.text')}</p>
      <p className="row row-wrap gap-top-6"><Link className="btn btn-main" to="/needs" search={{}}>{t('nav.needs')}</Link><Link className="btn btn-quiet" to="/">{t('nav.home')}</Link></p>
    </div>
  );
}

/** A part of the page did not load or broke: what is stored on the server is not touched by it. */
export function BrokenPage(): ReactNode {
  return (
    <div className="wrap page-narrow">
      <h1 className="h-page">{t('broken.title')}</h1>
      <p className="lead gap-top-3">{t('broken.text')}</p>
      <p className="gap-top-6"><Button look="main" onClick={() => window.location.reload()}>{t('broken.reload')}</Button></p>
    </div>
  );
}
