import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField, TextField } from '../../../components/field.js';
import type { Action } from '../../../lib/action.js';
import type { Match, Schema } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { DECLINE_REASONS, type DeclineReason } from '../api/matches.js';
import { decimal } from '../../../lib/decimal.js';
import { NothingCame } from './nothing-came.js';
import { ReceiptRest } from './receipt-rest.js';

interface FormProps<F> {
  match: Match;
  busy: boolean;
  error: Action<unknown>['error'];
  onSend: (form: F) => void;
  onClose: () => void;
}

interface AmountForm {
  quantity: string;
  unit: string;
}

/** A part of what is proposed, in the unit in which the amount is said; of boxes, whole ones. */
export function PartForm({
  match,
  busy,
  error,
  onSend,
  onClose,
  label,
}: FormProps<AmountForm> & { label: string }): ReactNode {
  const amounts = useAmounts();
  const start = amounts.plain(match.amount, match.unit);
  const [quantity, setQuantity] = useState(start.quantity);
  const { step } = match.offer;
  const steps =
    step > 1 && match.amount % step === 0 ? amounts.plain(step, match.unit, start.unit).quantity : undefined; // a last remainder is no multiple
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend({ quantity: decimal(quantity), unit: start.unit });
  };
  return (
    <form className="prop-part" onSubmit={submit}>
      <TextField
        label={t('matching:howMuch')}
        {...(steps ? { type: 'number', step: steps, min: steps } : {})}
        inputMode="decimal"
        autoFocus
        required
        maxLength={20}
        value={quantity}
        hint={step > 1 ? t('matching:wholeParts', { step: amounts.say(step, match.unit) }) : undefined}
        unit={amounts.symbol(start.unit)}
        error={error('quantity')}
        onChange={(event) => setQuantity(event.target.value)}
      />
      <Button type="submit" look="main" busy={busy}>
        {label}
      </Button>
      <Button look="plain" onClick={onClose}>
        {t('form.close')}
      </Button>
    </form>
  );
}

/** A "no" names its reason with one press; the engine learns from it. */
export function DeclineForm({ busy, onSend, onClose }: FormProps<{ reason: DeclineReason }>): ReactNode {
  return (
    <div className="prop-part" role="group" aria-label={t('matching:whyNot')}>
      <p className="small strong reason-title">{t('matching:whyNot')}</p>
      <div className="chips">
        {DECLINE_REASONS.map((reason, index) => (
          <button
            key={reason}
            type="button"
            className="chip chip-dense"
            autoFocus={index === 0}
            aria-disabled={busy || undefined}
            onClick={() => {
              if (!busy) onSend({ reason });
            }}
          >
            {t(`matching:reason.${reason}`)}
          </button>
        ))}
      </div>
      <Button look="plain" size="dense" onClick={onClose}>
        {t('form.close')}
      </Button>
    </div>
  );
}

/** Handed over before the hour on which both agreed: asked once, since there is no way back. */
export function EarlyForm({ match, busy, onSend, onClose }: FormProps<undefined>): ReactNode {
  const zone = useZone();
  return (
    <div className="prop-part" role="group" aria-label={t('matching:deliver')} data-early>
      <p className="small">{t('matching:early', { time: match.meetsAt ? dayTime(match.meetsAt, zone) : '' })}</p>
      <Button look="main" autoFocus busy={busy} onClick={() => onSend(undefined)}>
        {t('matching:earlyGo')}
      </Button>
      <Button look="plain" onClick={onClose}>
        {t('form.close')}
      </Button>
    </div>
  );
}

const isNothing = (typed: string): boolean => /^0*([.,]0*)?$/.test(typed.trim());

/** What arrived, what was lost on the way, what came on top: three questions, the last two may stay empty. */
export function ConfirmForm({
  match,
  busy,
  error,
  onSend,
  onClose,
  onOther,
}: FormProps<Schema['ConfirmMatchDto']> & { onOther: (verb: 'dispute' | 'cancel') => void }): ReactNode {
  const amounts = useAmounts();
  const start = amounts.plain(match.amount, match.unit);
  const [form, setForm] = useState({ quantity: start.quantity, lost: '', extra: '' });
  const [bank, setBank] = useState({ bankDate: '', bankNumber: '' });
  const [asking, setAsking] = useState(false);
  const money = match.need.kind === 'money';
  const nothing = form.quantity.trim() !== '' && isNothing(form.quantity) && isNothing(form.extra);
  const send = (lost = form.lost): void =>
    onSend({
      quantity: decimal(form.quantity),
      unit: start.unit,
      lost: decimal(lost) || undefined,
      extra: decimal(form.extra) || undefined,
      ...(money ? { bankDate: bank.bankDate || undefined, bankNumber: bank.bankNumber.trim() || undefined } : {}),
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (nothing && isNothing(form.lost)) setAsking(true);
    else send();
  };
  if (asking)
    return (
      <NothingCame
        match={match}
        busy={busy}
        whole={amounts.say(match.amount, match.unit)}
        onLost={() => send(start.quantity)}
        onNone={() => send()}
        onOther={onOther}
        onBack={() => setAsking(false)}
      />
    );
  const field = (name: 'quantity' | 'lost' | 'extra', required: boolean): ReactNode => (
    <TextField
      label={t(`matching:confirm.${name}`)}
      inputMode="decimal"
      autoFocus={required}
      required={required}
      optional={!required}
      maxLength={20}
      value={form[name]}
      unit={amounts.symbol(start.unit)}
      error={error(name)}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
    />
  );
  return (
    <form className="prop-part" onSubmit={submit}>
      {field('quantity', true)}
      {match.need.kind === 'goods' && field('lost', false)}
      {field('extra', false)}
      {money && (
        <>
          <TextField
            label={t('meeting:bankDate')}
            type="date"
            required={!nothing}
            value={bank.bankDate}
            error={error('bankDate')}
            onChange={(event) => setBank({ ...bank, bankDate: event.target.value })}
          />
          <TextField
            label={t('meeting:bankNumber')}
            inputMode="numeric"
            required={!nothing}
            maxLength={40}
            value={bank.bankNumber}
            error={error('bankNumber')}
            onChange={(event) => setBank({ ...bank, bankNumber: event.target.value })}
          />
        </>
      )}
      {!nothing && <ReceiptRest match={match} came={form.quantity} lost={form.lost} />}
      <Button type="submit" look="main" busy={busy}>
        {t('matching:confirm.send')}
      </Button>
      <Button look="plain" onClick={onClose}>
        {t('form.close')}
      </Button>
    </form>
  );
}

/** A cancellation, a dispute or the answer to one, in words. */
export function ReasonForm({
  busy,
  error,
  onSend,
  onClose,
  label,
  hint,
  send,
  required,
}: FormProps<{ reason?: string }> & {
  label: string;
  hint?: string | undefined;
  send: string;
  required: boolean;
}): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <form
      className="prop-part"
      onSubmit={(event) => {
        event.preventDefault();
        onSend({ reason: reason.trim() || undefined });
      }}
    >
      <div className="reason-field">
        <AreaField
          label={label}
          hint={hint}
          rows={2}
          autoFocus
          maxLength={1000}
          required={required}
          optional={!required}
          value={reason}
          error={error('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Button type="submit" look="no" busy={busy}>
        {send}
      </Button>
      <Button look="plain" onClick={onClose}>
        {t('form.close')}
      </Button>
    </form>
  );
}
