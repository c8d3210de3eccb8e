import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { decideRow, type BankRow } from '../api/payments.js';
import { SplitRow } from './split-row.js';

/** A code as it stands on the order of a gift; split by it, every second part is one. */
const CODE = /(LP-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z])/iu;

/** What the payer wrote; codes of gifts in it stand out, those that are not the organization's as wrong. */
function Purpose({ row: { purpose, reason } }: { row: BankRow }): ReactNode {
  if (!purpose) return t('payments:bank.noPurpose');
  return (
    <>
      «
      {purpose.split(CODE).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <mark key={at} className={reason === 'unknown-code' ? undefined : 'mark-code'}>
            {part}
          </mark>
        ),
      )}
      »
    </>
  );
}

/** Promises that the transfer may be, and the way to another code. */
function Proposals({
  row,
  choice,
  onChoice,
}: {
  row: BankRow;
  choice: string;
  onChoice: (code: string) => void;
}): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  return (
    <fieldset>
      <legend className="small muted">
        {row.proposals.some(({ amount }) => amount !== row.amount)
          ? t('payments:bank.named')
          : t('payments:bank.alike', { count: row.proposals.length })}
      </legend>
      {row.proposals.map((proposal) => (
        <label className="cand" key={proposal.code}>
          <input
            type="radio"
            name={row.id}
            checked={choice === proposal.code}
            onChange={() => onChoice(proposal.code)}
          />
          <span>
            <span className="code">{proposal.code}</span> {proposal.needTitle}
          </span>
          <span className="num strong">{amounts.say(proposal.amount, row.unit)}</span>
          <span className="cand-note">
            {t(`payments:bank.${proposal.status}On`, { day: day(proposal.createdAt, zone) })}
            {proposal.sameName && ` · ${t('payments:bank.sameName')}`}
          </span>
        </label>
      ))}
      <label className="cand">
        <input type="radio" name={row.id} checked={choice === 'other'} onChange={() => onChoice('other')} />
        <span>{t('payments:bank.other')}</span>
      </label>
    </fieldset>
  );
}

/** One transfer that waits for a word: on the left what the bank wrote, on the right why it was not found and what it may be. */
export function BankRowCase({ row }: { row: BankRow }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const [code, setCode] = useState('');
  const [choice, setChoice] = useState(row.proposals.length === 1 ? (row.proposals[0]?.code ?? '') : '');
  const action = useAction(decideRow, {
    refresh: ['bank-rows', 'decided-rows', 'surpluses', 'needs', 'entries', 'bank-month'],
  });
  const chosen = choice === 'other' || row.proposals.length === 0 ? code.trim() : choice;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen) void action.run({ id: row.id, outcome: 'gift', gift: chosen });
  };
  return (
    <article className="bank-case">
      <div className="bank-said">
        <p className="strong num bank-sum">{amounts.say(row.amount, row.unit)}</p>
        <p className="small muted">
          {day(row.day, zone)}
          {row.number && ` · № ${row.number}`}
        </p>
        {row.payer && <p className="small gap-top-2 break">{row.payer}</p>}
        <p className="said break">
          <Purpose row={row} />
        </p>
      </div>
      <div className="bank-decide">
        <form
          className="stack-3"
          onSubmit={submit}
          aria-label={t('payments:bank.rowName', {
            amount: amounts.say(row.amount, row.unit),
            day: day(row.day, zone),
          })}
        >
          <p className="small strong">{t(`payments:bank.reason.${row.reason ?? 'no-code'}`)}</p>
          {row.proposals.length > 0 && <Proposals row={row} choice={choice} onChoice={setChoice} />}
          {(choice === 'other' || row.proposals.length === 0) && (
            <TextField
              label={t('payments:code')}
              placeholder="LP-…"
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
          <ProblemNotice problem={action.problem} />
          <p className="row row-wrap">
            <Button type="submit" look="main" size="dense" disabled={!chosen} busy={action.busy}>
              {chosen ? t('payments:bank.isThis', { code: chosen }) : t('payments:bank.isGift')}
            </Button>
            <Button size="dense" busy={action.busy} onClick={() => void action.run({ id: row.id, outcome: 'surplus' })}>
              {t('payments:bank.nobodys')}
            </Button>
            <Button
              size="dense"
              busy={action.busy}
              onClick={() => void action.run({ id: row.id, outcome: 'not-a-gift' })}
            >
              {t('payments:bank.noGift')}
            </Button>
          </p>
        </form>
        <SplitRow row={row} />
      </div>
    </article>
  );
}
