import type { ReactNode } from 'react';
import type { Review } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { after, FINDINGS, sharesOf, type Effects, type HandOverWord } from './hand-over-word.js';

/** The books now and after each finding: the chosen one is tinted, and the sum of the need never changes. */
export function HandOverEffects({ effects, word }: { effects: Effects; word: HandOverWord }): ReactNode {
  const amounts = useAmounts();
  const { amount, unit } = effects;
  const columns = FINDINGS.map((finding, at) => ({
    finding,
    number: at + 1,
    shares: sharesOf(finding, word, effects, amounts),
    look: finding === word.finding ? ' is-pick' : '',
  }));
  return (
    <div className="table-scroll gap-top-4" tabIndex={0} role="group" aria-label={t('moderation:effects')}>
      <table className="ledger ledger-dense effect" data-effects>
        <caption className="small strong">{t('moderation:effects')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('moderation:effect.account')}</th>
            <th scope="col" className="r">
              {t('moderation:effect.now')}
            </th>
            {columns.map(({ finding, number, look }) => (
              <th key={finding} scope="col" className={`r${look}`}>
                <span aria-hidden="true">{number}</span>
                <span className="sr">{t('moderation:effect.finding', { number })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {effects.rows.map((row) => (
            <tr
              key={row.account}
              data-account={row.account}
              className={row.account === 'need.required' ? 'total' : undefined}
            >
              <th scope="row">{t(`moderation:effect.${row.account.replace('.', '-')}`)}</th>
              <td className="r">{amounts.say(row.now, unit)}</td>
              {columns.map(({ finding, shares, look }) => (
                <td key={finding} className={`r${look}`}>
                  {shares ? amounts.say(after(row, shares, amount), unit) : '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HandOver = NonNullable<Review['subject']['handOver']>;

/** Who says it: the giver as the other side reads them, the organization, and how each has done so far. */
export function Speaker({
  side,
  subject,
}: {
  side: 'donor' | 'organization';
  subject: Review['subject'] & { handOver: HandOver };
}): ReactNode {
  const { handOver, organization, history } = subject;
  const record = side === 'donor' ? handOver : history;
  return (
    <p className="small who">
      <b>{side === 'donor' ? handOver.giver : organization?.shortName}</b>, {t(`moderation:side.${side}`)}
      {record && (
        <span className="muted"> {t('moderation:side.record', { kept: record.kept, broken: record.broken })}</span>
      )}
    </p>
  );
}

/** What a side has said by its steps: the giver how much was handed over, the organization that it has not confirmed it. */
export function Claim({
  side,
  subject: { handOver, effects },
}: {
  side: 'donor' | 'organization';
  subject: Review['subject'] & { handOver: HandOver };
}): ReactNode {
  const amounts = useAmounts();
  if (!effects) return null;
  const given = handOver.steps.some(({ step }) => step === 'delivered');
  const amount = amounts.say(effects.amount, effects.unit);
  return (
    <p className="small gap-top-2">
      {side === 'organization'
        ? t('moderation:claim.organization')
        : t(given ? 'moderation:claim.given' : 'moderation:claim.promised', { amount })}
    </p>
  );
}

/** What is known without anybody's words, in the order in which it happened. */
export function KnownSteps({ handOver, review }: { handOver: HandOver; review: Review }): ReactNode {
  const zone = useZone();
  const disputed = review.reasons.some(({ code }) => code === 'disputed');
  const steps = [
    ...handOver.steps.map(({ step, at }) => ({ step: step as string, at })),
    { step: disputed ? 'disputed' : 'silent', at: review.openedAt },
  ];
  return (
    <section className="case-part" data-known>
      <h3>{t('moderation:known.title')}</h3>
      <ol className="thread known">
        {steps.map(({ step, at }, index) => (
          <li key={step} className={index === steps.length - 1 ? 'is-next' : undefined}>
            <span className="dot" />
            <span className="what">{t(`moderation:known.${step}`)}</span>
            <time dateTime={at}>{dayTime(at, zone)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
