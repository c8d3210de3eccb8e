import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../components/button.js';
import { NoAnswer } from '../components/no-answer.js';
import { PageHead } from '../components/page.js';
import { addressIn, currentLocale } from '../lib/locale.js';
import { t } from '../lib/words.js';

export function NotFoundPage(): ReactNode {
  return (
    <div className="wrap page-narrow">
      <PageHead title={t('notFound.title')} />
      <h1 className="h-page">{t('notFound.title')}</h1>
      <p className="lead gap-top-3">{t('notFound.text')}</p>
      <form
        className="row row-wrap gap-top-6 not-found-search"
        role="search"
        action={addressIn(currentLocale(), '/needs', '')}
        method="get"
      >
        <input
          className="input"
          type="search"
          name="q"
          maxLength={200}
          aria-label={t('notFound.words')}
          placeholder={t('notFound.words')}
        />
        <Button type="submit" look="main">
          {t('notFound.find')}
        </Button>
      </form>
      <p className="row row-wrap gap-top-5">
        <Link to="/needs" search={{}}>
          {t('nav.needs')}
        </Link>
        <Link to="/balance" search={{}}>
          {t('nav.balance')}
        </Link>
        <Link to="/v">{t('foot.statement')}</Link>
        <Link to="/">{t('nav.home')}</Link>
      </p>
    </div>
  );
}

/** A part of the page did not load or broke: what is stored on the server is not touched by it. Where nobody answers at all, that is what is said. */
export function BrokenPage(): ReactNode {
  const [reached, setReached] = useState(true);
  useEffect(() => {
    fetch('/favicon.svg', { method: 'HEAD', cache: 'no-store' }).catch(() => setReached(false));
  }, []);
  if (!reached) return <NoAnswer onRetry={() => window.location.reload()} />;
  return (
    <div className="wrap page-narrow">
      <h1 className="h-page">{t('broken.title')}</h1>
      <p className="lead gap-top-3">{t('broken.text')}</p>
      <p className="gap-top-6">
        <Button look="main" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
      </p>
    </div>
  );
}
