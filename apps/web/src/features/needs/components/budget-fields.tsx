import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { FieldError, TextField } from '../../../components/field.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { decimal } from '../../../lib/decimal.js';

export interface BudgetDraft {
  what: string;
  amount: string;
}
const LINES_MOST = 12;
const kopecks = (text: string): number => Math.round(Number(decimal(text) || '0') * 100);

/** The lines as they are sent; those that were left empty are none. */
export const budgetSent = (lines: readonly BudgetDraft[]): BudgetDraft[] =>
  lines
    .filter(({ what, amount }) => what.trim() !== '' || amount.trim() !== '')
    .map(({ what, amount }) => ({ what: what.trim(), amount: decimal(amount) }));

interface Props {
  lines: readonly BudgetDraft[];
  /** What the need asks for, as it is written beside them. */
  quantity: string;
  onChange: (lines: BudgetDraft[]) => void;
  error: (field: string) => string | undefined;
}

/** What the money is for: line by line, with what is left to name until they add up. Leaving it out is a way too. */
export function BudgetFields({ lines, quantity, onChange, error }: Props): ReactNode {
  const amounts = useAmounts();
  const change = (at: number, line: Partial<BudgetDraft>): void =>
    onChange(lines.map((one, index) => (index === at ? { ...one, ...line } : one)));
  const left = kopecks(quantity) - lines.reduce((sum, line) => sum + kopecks(line.amount), 0);
  const general = error('budget');
  return (
    <fieldset className="stack" data-budget-fields>
      <legend className="label">
        {t('needsDesk:budget.title')} <span className="faint label-note"> {t('form.optional')}</span>
      </legend>
      <p className="hint">{t('needsDesk:budget.hint')}</p>
      {lines.map((line, at) => (
        <div key={at} className="grid-2">
          <TextField
            label={t('needsDesk:budget.what', { number: at + 1 })}
            maxLength={120}
            value={line.what}
            error={error(`budget.${at}.what`)}
            onChange={(event) => change(at, { what: event.target.value })}
          />
          <TextField
            label={t('needsDesk:budget.amount', { number: at + 1 })}
            inputMode="decimal"
            maxLength={20}
            value={line.amount}
            error={error(`budget.${at}.amount`)}
            onChange={(event) => change(at, { amount: event.target.value })}
          />
        </div>
      ))}
      {general && <FieldError id="budget-error">{general}</FieldError>}
      <p className="row row-wrap">
        {lines.length < LINES_MOST && (
          <Button size="dense" look="quiet" onClick={() => onChange([...lines, { what: '', amount: '' }])}>
            {t(lines.length === 0 ? 'needsDesk:budget.begin' : 'needsDesk:budget.add')}
          </Button>
        )}
        {lines.length > 0 && (
          <Button size="dense" look="plain" onClick={() => onChange(lines.slice(0, -1))}>
            {t('needsDesk:budget.remove')}
          </Button>
        )}
        {lines.length > 0 && kopecks(quantity) > 0 && (
          <span role="status" className={left === 0 ? 'small muted' : 'small warn'}>
            {left === 0
              ? t('needsDesk:budget.even')
              : t(left > 0 ? 'needsDesk:budget.left' : 'needsDesk:budget.over', {
                  amount: amounts.say(Math.abs(left), 'kopeck'),
                })}
          </span>
        )}
      </p>
    </fieldset>
  );
}
