import type { ReactNode } from 'react';
import { BalanceBar } from '../../../components/balance.js';
import { KindMark } from '../../../components/marks.js';
import { KINDS, type Kind } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import type { StatementYear } from '../api/statements.js';
import './statement.css';
import './year.css';

interface Part {
  readonly unit: string;
  readonly came: number;
  readonly promised: number;
  readonly free: number;
}

/** What of one kind came this year, is promised, or waits for a need; a part for each unit. */
function partsOf({ sums, free }: StatementYear, kind: Kind): Part[] {
  const units = new Set([...sums, ...free].filter((one) => one.kind === kind).map(({ unit }) => unit));
  return [...units]
    .map((unit) => {
      const sum = sums.find((one) => one.unit === unit);
      return {
        unit,
        came: sum ? sum.arrived - sum.takenBack : 0,
        promised: sum?.promised ?? 0,
        free: free.find((one) => one.unit === unit)?.amount ?? 0,
      };
    })
    .filter(({ came, promised, free: left }) => came > 0 || promised > 0 || left > 0);
}

const WORDS = ['came', 'promised', 'free'] as const;
const KEYS = { came: 'got', promised: 'held', free: 'open' } as const;

/** Money, things and time of a company: three cards that are never added, each unit with its bar. */
export function GivenCards({ table }: { table: StatementYear }): ReactNode {
  const amounts = useAmounts();
  return (
    <div className="sheet acct statement-sums given-cards">
      {KINDS.map((kind) => {
        const parts = partsOf(table, kind);
        return (
          <section key={kind} className={`k-${kind}`} aria-label={t(`kind.${kind}`)} data-given={kind}>
            <p className="row">
              <KindMark kind={kind} />
              <span className="muted small">{t('year:came', { kind: t(`kind.${kind}`) })}</span>
            </p>
            <p className="acct-n num">
              {parts
                .filter(({ came }) => came > 0)
                .map(({ unit, came }) => amounts.say(came, unit))
                .join(', ') || '0'}
            </p>
            {parts.length === 0 && <p className="small muted">{t(`year:nothing.${kind}`)}</p>}
            {parts.map(({ unit, ...part }) => (
              <div key={unit} className="given-unit">
                <BalanceBar
                  kind={kind}
                  size="s"
                  balance={{
                    unit,
                    required: part.came + part.promised + part.free,
                    received: part.came,
                    reserved: part.promised,
                    open: part.free,
                  }}
                />
                <dl className="statement-led">
                  {WORDS.filter((word) => parts.length === 1 || part[word] > 0).map((word) => (
                    <div key={word}>
                      <dt>
                        <i className={`bar-key ${KEYS[word]}`} />
                        {t(`year:parts.${word}`)}
                      </dt>
                      <dd data-part={word}>{amounts.say(part[word], unit)}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            ))}
          </section>
        );
      })}
    </div>
  );
}
