import type { ReactNode } from 'react';
import { CodeCheckPage } from '../../../components/code-check.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { day, dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useGiftPaperCheck, type GiftPaperCheck } from '../api/papers.js';

type Sums = Partial<Record<'received' | 'returned' | 'total' | 'promised', number>>;
const SUMS = ['received', 'returned', 'total', 'promised'] as const;

/** What stands on the paper and what is so now; a public offer has no figures. */
function figuresOf({ then, now, promised }: GiftPaperCheck): { then: Sums | null; now: Sums } | null {
  if (promised)
    return {
      then: promised.then === null ? null : { promised: promised.then },
      now: { promised: promised.now },
    };
  return now && { then, now };
}

/** The figures, to be held against the paper; where they have changed, beside what is so now. */
function Figures({ matches, then, now }: { matches: boolean; then: Sums | null; now: Sums }): ReactNode {
  const amounts = useAmounts();
  const columns: [string, Sums][] = matches
    ? [['onPaper', then ?? now]]
    : [...(then ? ([['onPaper', then]] as [string, Sums][]) : []), ['now', now]];
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
          {SUMS.filter((sum) => now[sum] !== undefined).map((sum) => (
            <tr key={sum}>
              <th scope="row">{t(`papers:${sum}`)}</th>
              {columns.map(([name, of]) => (
                <td key={name} className="r">
                  {amounts.say(of[sum] ?? 0, 'kopeck')}
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
  if (check.kind === 'terms') return t(check.status === 'matches' ? 'papers:termsStand' : 'papers:termsChanged');
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
  const figures = figuresOf(check);
  const matches = check.status === 'matches';
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
        {(check.kind === 'certificate' || check.kind === 'register') &&
          t('papers:period', { from: day(check.from, 'UTC'), to: day(check.to, 'UTC') })}{' '}
        {check.newer && t('papers:newer')}
      </p>
      {figures && (
        <>
          <Figures matches={matches} {...figures} />
          <p className="small muted gap-top-3">
            {t(matches ? 'papers:foot' : check.promised ? 'papers:contractChanged' : 'papers:changedText')}
          </p>
        </>
      )}
    </section>
  );
}

/** `/gift-papers/{code}`: the holder of a receipt, certificate, register, public offer or contract asks whether it stands. Names no giver. */
export function CheckGiftPaperPage(): ReactNode {
  return <CodeCheckPage title={t('papers:title')} answer={(code) => <Answer code={code} />} />;
}
