import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { termsFile, useDonationTerms } from '../api/papers.js';

/** `/organizations/{id}/donation-terms`: the public offer of an organization to those who send it money. */
export function DonationTermsPage(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const query = useDonationTerms(id);
  const status = (query.error as Problem | null)?.status;
  if (status === 404 || status === 409) return <NotFoundPage />;
  return (
    <div className="wrap page-narrow">
      <PageHead title={query.data?.title ?? t('papers:terms')} />
      <Loaded query={query} bones={<Bones rows={6} />}>
        {(terms) => (
          <article className="stack">
            <header className="page-head">
              <h1 className="h-page">{terms.title}</h1>
              <p className="lead">{typograph(terms.lead)}</p>
            </header>
            {terms.sections.map(({ title, text }) => (
              <section key={title} className="stack-2">
                <h2 className="h-block">{title}</h2>
                {text.map((part) => (
                  <p key={part}>{typograph(part)}</p>
                ))}
              </section>
            ))}
            <section className="sheet pad-l" aria-labelledby="details">
              <h2 className="h-block" id="details">
                {t('papers:details')}
              </h2>
              <dl className="facts-list gap-top-2">
                {terms.details.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd className="break">{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <p>
              <a className="btn btn-quiet btn-dense" href={termsFile(terms.organization)} download>
                {t('papers:termsFile')}
              </a>
            </p>
            <p>
              <Link to="/organizations/$id" params={{ id: terms.organization }}>
                {terms.details[0]?.value}
              </Link>
            </p>
          </article>
        )}
      </Loaded>
    </div>
  );
}
