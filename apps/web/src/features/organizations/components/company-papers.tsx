import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, Tag } from '../../../components/marks.js';
import { Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { useGivenPapers, type GivenPaper } from '../../matching/api/papers.js';
import { transferContract } from '../../payments/api/pledges.js';
import { usePledgeTransfers } from '../../payments/components/pledge-strip.js';
import './company-desk.css';

/** So many acts and contracts stand open here; the others unfold. */
const SHOWN = 5;

const PDF = <span className="muted">PDF</span>;

function Act({ paper }: { paper: GivenPaper }): ReactNode {
  const amounts = useAmounts();
  const zone = useZone();
  const ready = paper.state === 'ready';
  const amount = amounts.say(paper.amount, paper.unit);
  const name = paper.act
    ? t('organizations:papersOf.actNo', { number: `${paper.act.number}/${paper.act.year}`, amount })
    : t('organizations:papersOf.act', { amount });
  const about = [
    paper.organization,
    paper.at && ready
      ? t('organizations:papersOf.ready', { day: day(paper.at, zone) })
      : t(`organizations:papersOf.${paper.state}`),
    paper.value === null ? '' : t('organizations:papersOf.value', { sum: amounts.say(paper.value, 'kopeck') }),
  ];
  return (
    <li className="row paper-line" data-act={paper.match} data-state={paper.state}>
      <Icon name={ready ? 'check' : 'clock'} small />
      <span className="grow break">
        {ready ? (
          <a href={`/api/v1/matches/${paper.match}/act.pdf`} download>
            {name}
          </a>
        ) : !paper.opensMatch ? (
          name
        ) : (
          <Link to="/matches/$id" params={{ id: paper.match }}>
            {name}
          </Link>
        )}
        <span className="muted">{typograph(about.filter(Boolean).join(' · '))}</span>
        {paper.contract === 'must' && (
          <a href={`/api/v1/matches/${paper.match}/contract.pdf`} download>
            {t('organizations:papersOf.mustContract')}
          </a>
        )}
      </span>
      {ready ? PDF : <Tag look="wait">{t('organizations:papersOf.waits')}</Tag>}
    </li>
  );
}

function Acts({ papers }: { papers: readonly GivenPaper[] }): ReactNode {
  const rest = papers.slice(SHOWN);
  return (
    <>
      <ul className="lines small">
        {papers.slice(0, SHOWN).map((paper) => (
          <Act key={paper.match} paper={paper} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="small">
          <summary>{t('organizations:papersOf.more', { count: rest.length })}</summary>
          <ul className="lines">
            {rest.map((paper) => (
              <Act key={paper.match} paper={paper} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The papers that its books ask for: acts with what they wait for, contracts, and the pages that have the rest. On the page of the documents that it has attached itself no link leads there. */
export function CompanyPapers({ org, within = false }: { org: string; within?: boolean }): ReactNode {
  const query = useGivenPapers(org);
  const contracts = usePledgeTransfers(org).filter(({ status }) => status !== 'lapsed');
  const papers = query.data ?? [];
  const ready = papers.filter(({ state }) => state === 'ready').length;
  return (
    <section className="panel" aria-labelledby="papers">
      <div className="panel-head">
        <h2 className="h-dense" id="papers">
          {t(within ? 'organizations:papersOf.title' : 'organizations:company.documents')}
        </h2>
        {papers.length > 0 && (
          <span className="push small muted">
            {t('organizations:papersOf.readyOf', { ready: count(ready), all: count(papers.length) })}
          </span>
        )}
      </div>
      <div className="panel-body">
        <Loaded query={query}>{(known) => known.length > 0 && <Acts papers={known} />}</Loaded>
        <ul className="lines small">
          {contracts.slice(0, SHOWN).map(({ id, organizationName }) => (
            <li key={id} className="row between">
              <a className="break" href={transferContract(id)} download>
                {t('organizations:company.contract', { name: organizationName })}
              </a>
              {PDF}
            </li>
          ))}
          <li>
            <Link to="/desk/$org/statement" params={{ org }} search={{}}>
              {t('organizations:company.statement')}
            </Link>
          </li>
          {!within && (
            <li>
              <Link to="/desk/$org/documents" params={{ org }}>
                {t('organizations:company.own')}
              </Link>
            </li>
          )}
        </ul>
      </div>
    </section>
  );
}
