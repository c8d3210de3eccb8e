import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { Bones, Loaded } from '../../../components/states.js';
import { KINDS, type BalanceItem, type Kind } from '../../../lib/api-types.js';
import { monthName } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useBalance, type Part, type Period } from '../api/balance.js';
import { COMPARED, comparedLine } from '../shares.js';

const SHOWN = 12;
const WIDTH = 1000;
const BANK = 130;
const WATER = 34;

interface Month {
  key: string;
  asked: number;
  came: number;
}

/** The newest twelve, the oldest first. */
function monthsOf(items: readonly BalanceItem[], kind: Kind): Month[] {
  return items
    .slice(0, SHOWN)
    .reverse()
    .map((item) => {
      const line = comparedLine([item], kind);
      return { key: item.key, asked: line?.required ?? 0, came: line?.received ?? 0 };
    });
}

/** Upwards what was asked for, downwards what of it has arrived, on one scale. */
function Banks({ months, kind }: { months: readonly Month[]; kind: Kind }): ReactNode {
  const most = Math.max(1, ...months.map((month) => month.asked));
  const height = (amount: number): number => (amount === 0 ? 0 : Math.max(1.5, (amount / most) * BANK));
  const step = WIDTH / Math.max(months.length, 6);
  return (
    <div className="chart-scroll newest-first" tabIndex={0} role="group" aria-label={t('balance:months.title')}>
      <svg
        className={`chart banks k-${kind}`}
        viewBox={`0 0 ${WIDTH} ${2 * BANK + WATER}`}
        role="img"
        aria-label={t('balance:months.chart', { kind: t(`kind.${kind}`) })}
      >
        <rect className="water" x={0} y={BANK} width={WIDTH} height={WATER} />
        {months.map(({ key, asked, came }, at) => (
          <g key={key}>
            <rect
              className="asked"
              x={at * step + 5}
              y={BANK - height(asked)}
              width={step - 10}
              height={height(asked)}
            />
            <rect className="came" x={at * step + 5} y={BANK + WATER} width={step - 10} height={height(came)} />
            <text x={at * step + step / 2} y={BANK + 22} textAnchor="middle">
              {monthName(key)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function MonthTable({ months, kind }: { months: readonly Month[]; kind: Kind }): ReactNode {
  const amounts = useAmounts();
  return (
    <details className="gap-top-3">
      <summary className="small">{t('balance:months.table')}</summary>
      <div className="table-scroll gap-top-3" tabIndex={0} role="group" aria-label={t('balance:months.table')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('balance:months.month')}</th>
              <th scope="col" className="r">
                {t('balance:months.asked')}
              </th>
              <th scope="col" className="r">
                {t('balance:months.came')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...months].reverse().map(({ key, asked, came }) => (
              <tr key={key}>
                <th scope="row" className="line-name">
                  {monthName(key, true)}
                </th>
                <td className="r">{amounts.say(asked, COMPARED[kind])}</td>
                <td className="r">{amounts.say(came, COMPARED[kind])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A year of one kind; the kind stands in the address. */
export function Months({ kind, period, part }: { kind: Kind; period: Period; part: Part }): ReactNode {
  const query = useBalance('month', 'all', part);
  const amounts = useAmounts();
  return (
    <section className="band section-tight" aria-labelledby="months">
      <div className="wrap">
        <div className="section-head">
          <div>
            <h2 className="h-section" id="months">
              {t('balance:months.title')}
            </h2>
            <p className="muted gap-top-2">{t('balance:months.lead', { period })}</p>
          </div>
          <nav className="seg seg-dense" aria-label={t('needs:kinds')}>
            {KINDS.map((one) => (
              <Link
                key={one}
                to="/balance"
                search={(old) => ({ ...old, kind: one === 'money' ? undefined : one })}
                resetScroll={false}
                activeOptions={{ explicitUndefined: true }}
                aria-current={one === kind ? 'true' : undefined}
              >
                <KindMark kind={one} size="s" />
                {t(`kind.${one}`)}
              </Link>
            ))}
          </nav>
        </div>
        <Loaded query={query} bones={<Bones rows={3} height={90} />}>
          {(items) => {
            const months = monthsOf(items, kind);
            const sum = (part: 'asked' | 'came'): string =>
              amounts.say(
                months.reduce((all, month) => all + month[part], 0),
                COMPARED[kind],
              );
            if (!months.some((month) => month.asked > 0))
              return <p className="muted">{t('balance:months.none', { kind })}</p>;
            return (
              <>
                <dl className={`bank-sums k-${kind}`}>
                  <div>
                    <dt>
                      <i className="bar-key open" />
                      {t('balance:months.asked')}, {t(`balance:months.unit.${kind}`)}
                    </dt>
                    <dd className="num">{sum('asked')}</dd>
                  </div>
                  <div>
                    <dt>
                      <i className="bar-key got" />
                      {t('balance:months.came')}
                    </dt>
                    <dd className="num">{sum('came')}</dd>
                  </div>
                </dl>
                <Banks months={months} kind={kind} />
                <MonthTable months={months} kind={kind} />
              </>
            );
          }}
        </Loaded>
      </div>
    </section>
  );
}
