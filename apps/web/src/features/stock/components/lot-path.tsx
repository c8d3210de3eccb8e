import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Bones, Loaded } from '../../../components/states.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useLotPath, type Step } from '../api/stock.js';

/** «broken» of «count: broken, намокло»; the words of the person who counted stand after it. */
function reasonOf(reason: string): string {
  const [, code = reason, note] = /^(?:count: |write-off: |move: )?([a-z]+)(?:, (.*))?$/s.exec(reason) ?? [];
  if (reason === 'came back') return '';
  const said = t(`stock:reason.${code}`);
  return note ? `${said}: ${note}` : said;
}

/** What became of things, step by step. */
export function Steps({ steps, unit, zone }: { steps: readonly Step[]; unit: string; zone?: string }): ReactNode {
  const amounts = useAmounts();
  return (
    <ol className="thread" data-steps>
      {steps.map((step) => (
        <li key={step.id}>
          <span className="dot" />
          <span className="what">
            {t(`stock:step.${step.kind}`, { amount: amounts.say(Math.abs(step.amount), unit) })}
          </span>
          <time dateTime={step.at}>{day(step.at, zone)}</time>
          {(step.need || step.reason) && (
            <span className="note">
              {step.need && (
                <Link to="/needs/$id" params={{ id: step.need.id }}>
                  {typograph(step.need.title)}
                </Link>
              )}
              {step.reason && reasonOf(step.reason)}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

export function LotPathOf({ lot, zone }: { lot: string; zone?: string }): ReactNode {
  return (
    <Loaded query={useLotPath(lot)} bones={<Bones rows={2} height={32} />}>
      {(path) => (
        <>
          {path.from && <p className="small muted gap-below-2">{t('stock:from', { giver: path.from.giver })}</p>}
          <Steps steps={path.steps} unit={path.lot.unit} zone={zone} />
        </>
      )}
    </Loaded>
  );
}
