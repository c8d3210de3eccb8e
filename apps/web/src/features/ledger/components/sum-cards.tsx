import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { KINDS, type StatementSum } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { closingWords, useSaid } from '../said.js';
import './statement.css';

/** Money, things and time, each from what was there to what is: three sums that are never added. */
export function SumCards({
  sums,
  from,
  to,
  children,
}: {
  sums: readonly StatementSum[];
  from: string;
  to: string;
  /** What stands below the three, across the whole sheet. */
  children?: ReactNode;
}): ReactNode {
  const said = useSaid(sums);
  const back = sums.some((sum) => sum.takenBack > 0);
  return (
    <div className="sheet acct statement-sums">
      {KINDS.map((kind) => (
        <section key={kind} className={`k-${kind}`} aria-label={t(`kind.${kind}`)} data-sum={kind}>
          <p className="row">
            <KindMark kind={kind} />
            <span className="muted small">{t(`kind.${kind}`)}</span>
          </p>
          <p className="acct-n num">{said(kind, 'closing')}</p>
          <dl className="statement-led">
            <dt>{t('statement:openingOn', { day: day(from, 'UTC') })}</dt>
            <dd data-column="opening">{said(kind, 'opening')}</dd>
            <dt>{t('statement:arrived')}</dt>
            <dd data-column="arrived">{said(kind, 'arrived')}</dd>
            {back && (
              <>
                <dt>{t('statement:takenBack')}</dt>
                <dd data-column="takenBack">{said(kind, 'takenBack')}</dd>
              </>
            )}
            <dt className="statement-close">{closingWords(to)}</dt>
            <dd className="statement-close" data-column="closing">
              {said(kind, 'closing')}
            </dd>
          </dl>
          <p className="statement-held">
            <i className="bar-key held" />
            {t('statement:promised')}{' '}
            <b className="num" data-column="promised">
              {said(kind, 'promised')}
            </b>
          </p>
        </section>
      ))}
      {children}
    </div>
  );
}
