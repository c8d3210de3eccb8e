import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { decideRow, type BankRow } from '../api/payments.js';

/** One transfer that waits for a word: what the bank wrote, why it was not found, what it may be. */
export function BankRowCase({ row }: { row: BankRow }): ReactNode {
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
    <form
      className="bank-row"
      onSubmit={submit}
      aria-label={t('payments:bank.rowName', { amount: amounts.say(row.amount, row.unit), day: day(row.day) })}
    >
      <div>
        <p className="strong num bank-sum">{amounts.say(row.amount, row.unit)}</p>
        <p className="small muted">
          {day(row.day)}
          {row.number && ` · № ${row.number}`}
        </p>
        {row.payer && <p className="small gap-top-2 break">{row.payer}</p>}
        <p className="said break">{row.purpose ? `«${row.purpose}»` : t('payments:bank.noPurpose')}</p>
      </div>
      <div className="stack-3">
        <p className="small strong">{t(`payments:bank.reason.${row.reason ?? 'no-code'}`)}</p>
        {row.proposals.length > 0 && (
          <fieldset className="stack-2">
            <legend className="small muted">
              {row.proposals.some(({ amount }) => amount !== row.amount)
                ? t('payments:bank.named')
                : t('payments:bank.alike', { count: row.proposals.length })}
            </legend>
            {row.proposals.map((proposal) => (
              <label className="check" key={proposal.code}>
                <input
                  type="radio"
                  name={row.id}
                  checked={choice === proposal.code}
                  onChange={() => setChoice(proposal.code)}
                />
                <span>
                  <span className="code">{proposal.code}</span> {proposal.needTitle}{' '}
                  <span className="small muted">
                    {t(`payments:bank.${proposal.status}On`, { day: day(proposal.createdAt) })}
                    {proposal.amount !== row.amount && ` · ${amounts.say(proposal.amount, row.unit)}`}
                    {proposal.sameName && ` · ${t('payments:bank.sameName')}`}
                  </span>
                </span>
              </label>
            ))}
            <label className="check">
              <input type="radio" name={row.id} checked={choice === 'other'} onChange={() => setChoice('other')} />
              <span>{t('payments:bank.other')}</span>
            </label>
          </fieldset>
        )}
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
      </div>
    </form>
  );
}
