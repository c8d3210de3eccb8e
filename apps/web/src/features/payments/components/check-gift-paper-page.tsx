import type { ReactNode } from 'react';
import { CodeCheckPage } from '../../../components/code-check.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { day, dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useGiftPaperCheck, type GiftPaperCheck, type MoneySums } from '../api/papers.js';

const SUMS = ['received', 'returned', 'total'] as const;

/** The figures, to be held against the paper; where they have changed, beside what is so now. */
function Figures({ check }: { check: GiftPaperCheck }): ReactNode {
  const amounts = useAmounts();
  const columns: [string, MoneySums][] =
    check.status === 'matches'
      ? [['onPaper', check.then ?? check.now]]
      : [...(check.then ? ([['onPaper', check.then]] as [string, MoneySums][]) : []), ['now', check.now]];
  return (
    <div className="table-scroll gap-top-4" tabIndex={0} role="group" aria-label={t('papers:compare')}>
      <table className="ledger ledger-dense">
        <thead>
          <tr>
            <th scope="col">{t('papers:compare')}</th>
            {columns.map(([name]) => (
              <th key={name} scope="col" className="r">
                {t(`papers:${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SUMS.map((sum) => (
            <tr key={sum}>
              <th scope="row">{t(`papers:${sum}`)}</th>
              {columns.map(([name, of]) => (
                <td key={name} className="r">
                  {amounts.say(of[sum], 'kopeck')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function headOf(check: GiftPaperCheck): string {
  if (check.status === 'matches') return t('papers:genuine');
  return check.changedAt ? t('papers:changed', { day: day(check.changedAt, check.timeZone) }) : t('papers:changedSome');
}

function Answer({ code }: { code: string }): ReactNode {
  const { data: check, error } = useGiftPaperCheck(code);
  if (error && 'status' in error && error.status === 404)
    return (
      <Notice look="bad" role="alert">
        <p className="strong">{t('papers:noSuch')}</p>
        <p>{t('papers:noSuchText')}</p>
      </Notice>
    );
  if (error) return <ProblemNotice problem={error as Problem} />;
  if (!check) return <Bones rows={2} />;
  return (
    <section className="sheet pad" aria-labelledby="found" data-status={check.status}>
      <h2 className="h-block" id="found">
        {headOf(check)}
      </h2>
      <p className="muted gap-top-1">
        {t('papers:issued', {
          kind: t(`papers:kind.${check.kind}`),
          organization: check.organization.name,
          at: dayTime(check.issuedAt, check.timeZone),
        })}{' '}
        {check.kind !== 'receipt' && t('papers:period', { from: day(check.from, 'UTC'), to: day(check.to, 'UTC') })}{' '}
        {check.newer && t('papers:newer')}
      </p>
      <Figures check={check} />
      <p className="small muted gap-top-3">{t(check.status === 'matches' ? 'papers:foot' : 'papers:changedText')}</p>
    </section>
  );
}

/** `/gift-papers/{code}`: the holder of a receipt, certificate or register asks whether it stands. Names no giver. */
export function CheckGiftPaperPage(): ReactNode {
  return <CodeCheckPage title={t('papers:title')} answer={(code) => <Answer code={code} />} />;
}
