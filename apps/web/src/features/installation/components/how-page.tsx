import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { KINDS } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { PARTS, useWeights, WHOLE } from '../../clearing/api/clearings.js';
import { percent } from '../../clearing/components/said.js';
import './how.css';

const SECTIONS = ['way', 'bank', 'first', 'sees', 'check', 'asking', 'rules'] as const;
const STEPS = ['ask', 'offer', 'agree', 'give', 'see'] as const;
const SEEN = ['amount', 'name', 'phone', 'place', 'talk', 'helped'] as const;
const BY = ['all', 'side', 'moderator'] as const;

function Contents(): ReactNode {
  return (
    <ul className="toc">
      {SECTIONS.map((section) => (
        <li key={section}>
          <a href={`#${section}`}>{t(`how:${section}.title`)}</a>
        </li>
      ))}
    </ul>
  );
}

function Part({ name, children }: { name: (typeof SECTIONS)[number]; children: ReactNode }): ReactNode {
  return (
    <section id={name} aria-labelledby={`${name}-head`}>
      <h2 className="h-section" id={`${name}-head`}>
        {t(`how:${name}.title`)}
      </h2>
      {children}
    </section>
  );
}

function Bank(): ReactNode {
  return (
    <Part name="bank">
      <div className="prose gap-top-3">
        <p>{t('how:bank.text')}</p>
      </div>
      <p className="not-a-bank">{t('how:bank.said')}</p>
      <ul className="grid-3 gap-top-5">
        {KINDS.map((kind) => (
          <li key={kind}>
            <KindMark kind={kind} size="l" />
            <p className="strong gap-top-2">{t(`kind.${kind}`)}</p>
            <p className="small muted">{t(`how:bank.${kind}`)}</p>
          </li>
        ))}
      </ul>
      <p className="muted gap-top-3">{t('how:bank.never')}</p>
    </Part>
  );
}

/** The weights that count now, as the server publishes them. */
function First(): ReactNode {
  const newest = useWeights(true).data?.[0];
  return (
    <Part name="first">
      <div className="prose gap-top-3">
        <p>{t('how:first.text')}</p>
      </div>
      <ul className="wbar">
        {PARTS.map((part) => {
          const share = newest && newest.weights[part] / WHOLE;
          return (
            <li key={part}>
              <b>{t(`matches:part.${part}`)}</b>
              <span className="wbar-share">
                <i aria-hidden="true">
                  <b style={{ width: `${(share ?? 0) * 100}%` }} />
                </i>
                {share !== undefined && <span className="num">{percent(share, 1)}</span>}
              </span>
              <span className="small muted">{t(`how:first.why.${part}`)}</span>
            </li>
          );
        })}
      </ul>
      <p className="small muted gap-top-3">{t('how:first.shares')}</p>
      <p className="small muted gap-top-3">
        {newest && t('how:first.version', { version: newest.version })}{' '}
        <Link to="/clearings" search={{}}>
          {t('how:first.last')}
        </Link>
      </p>
    </Part>
  );
}

function Sees(): ReactNode {
  return (
    <Part name="sees">
      <table className="sees">
        <thead>
          <tr>
            <th scope="col">{t('how:sees.what')}</th>
            {BY.map((who) => (
              <th key={who} scope="col">
                {t(`how:sees.${who}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SEEN.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`how:sees.rows.${row}.what`)}</th>
              {BY.map((who) => (
                <td key={who} data-l={t(`how:sees.${who}`)}>
                  {t(`how:sees.rows.${row}.${who}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted gap-top-3">{t('how:sees.note')}</p>
    </Part>
  );
}

/** What becomes of a gift, who sees what and who checks it: words, and the numbers that the installation has. */
export function HowPage(): ReactNode {
  return (
    <div className="wrap">
      <PageHead title={t('how:title')} description={t('how:lead')} />
      <header className="page-head">
        <h1 className="h-page">{t('how:title')}</h1>
        <p className="lead">{t('how:lead')}</p>
      </header>
      <div className="guide">
        <nav className="only-wide" aria-label={t('how:contents')}>
          <Contents />
        </nav>
        <div className="guide-parts">
          <details className="sheet only-narrow toc-m">
            <summary>{t('how:contents')}</summary>
            <Contents />
          </details>
          <Part name="way">
            <ol className="way">
              {STEPS.map((step) => (
                <li key={step}>
                  <b>{t(`how:way.${step}.title`)}</b>
                  <p>{t(`how:way.${step}.text`)}</p>
                </li>
              ))}
            </ol>
          </Part>
          <Bank />
          <First />
          <Sees />
          <Part name="check">
            <div className="prose gap-top-3">
              <p>
                {t('how:check.text')}{' '}
                <Link to="/balance" search={{}} hash="check">
                  {t('how:check.link')}
                </Link>
                .
              </p>
            </div>
          </Part>
          <Part name="asking">
            <div className="prose gap-top-3">
              <p>{t('how:asking.text')}</p>
            </div>
            <p className="row row-wrap gap-top-3">
              <Link to="/needs" search={{}}>
                {t('how:asking.needs')}
              </Link>
              <Link to="/balance" search={{}} hash="where">
                {t('how:asking.places')}
              </Link>
            </p>
          </Part>
          <Part name="rules">
            <div className="prose gap-top-3">
              <p>{t('how:rules.text')}</p>
            </div>
            <p className="row row-wrap gap-top-3">
              <Link to="/rules" search={{}}>
                {t('how:rules.rulesLink')}
              </Link>
              <Link to="/privacy" search={{}}>
                {t('how:rules.privacyLink')}
              </Link>
            </p>
          </Part>
          <section aria-labelledby="start">
            <h2 className="h-section" id="start">
              {t('how:start.title')}
            </h2>
            <p className="row row-wrap gap-top-3">
              <Link className="btn btn-main" to="/needs" search={{}}>
                {t('nav.needs')}
              </Link>
              <Link className="btn btn-quiet" to="/offer" search={{}}>
                {t('nav.offer')}
              </Link>
            </p>
          </section>
        </div>
      </div>
    </div>
  );
}
