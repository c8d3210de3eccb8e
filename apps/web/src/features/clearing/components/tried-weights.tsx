import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FromTo } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { count } from '../../../lib/amount.js';
import { t } from '../../../lib/words.js';
import type { Clearing } from '../api/clearings.js';
import { index, percent } from './said.js';
import { Shares } from './shares.js';

/** What the weights that are tried would do to what is open now, beside those of today. */
export function Tried({ run }: { run: Clearing }): ReactNode {
  if (run.status === 'running')
    return (
      <Notice look="wait" role="status">
        <p>{t('clearings:running')}</p>
      </Notice>
    );
  if (run.status === 'failed' || !run.fairness)
    return (
      <Notice look="bad" role="status">
        <p>
          {t('clearings:failed')} <span className="code">{run.failure}</span>
        </p>
      </Notice>
    );
  const before = run.compared?.fairness ?? run.fairness;
  return (
    <div className="stack" data-tried={run.id}>
      <dl className="strip" role="status">
        <div>
          <dt>{t('clearings:jain')}</dt>
          <dd>
            <FromTo from={index(before.jain)} to={index(run.fairness.jain)} />
          </dd>
        </div>
        {run.fairness.priceOfEquity !== null && (
          <div>
            <dt>{t('clearings:price')}</dt>
            <dd>{percent(run.fairness.priceOfEquity, 1)}</dd>
          </div>
        )}
        <div>
          <dt>{t('administration:weights.proposals')}</dt>
          <dd>{count(run.matches ?? 0)}</dd>
        </div>
      </dl>
      <h3 className="h-dense">{t('administration:weights.shares')}</h3>
      <Shares clearing={run} />
      <p className="small">
        <Link to="/clearings/$id" params={{ id: run.id }} search={{}}>
          {t('administration:weights.wholeReport')}
        </Link>
      </p>
    </div>
  );
}
