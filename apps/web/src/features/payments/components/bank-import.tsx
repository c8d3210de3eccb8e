import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { FieldError } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { count } from '../../../lib/amount.js';
import { useAction } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { importStatement, type BankStatement } from '../api/payments.js';
import { BankColumnsForm } from './bank-columns.js';

/** What became of each row of the file that was just imported. */
function Result({ statement }: { statement: BankStatement }): ReactNode {
  if (statement.status === 'reading')
    return (
      <Notice look="good">
        <p className="strong">{t('payments:bank.taken', { count: statement.rows })}</p>
        <p className="small">{t('payments:bank.takenText')}</p>
      </Notice>
    );
  const fates: [string, number][] = [
    ['by-code', statement.recognised],
    ['to-decide', statement.rows - statement.alreadyKnown - statement.recognised],
    ['known', statement.alreadyKnown],
    ['ignored', statement.ignored],
  ];
  return (
    <Notice look="good">
      <p className="strong">{t('payments:bank.read')}</p>
      <dl className="strip gap-top-2">
        {fates.map(([fate, value]) => (
          <div key={fate}>
            <dt>{t(`payments:bank.fate.${fate}`)}</dt>
            <dd>{count(value)}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}

/** Where a statement is chosen and sent; of a large one the list below says how far it is. */
export function BankImport({ org }: { org: string }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [statement, setStatement] = useState<BankStatement | null>(null);
  const action = useAction(importStatement, {
    refresh: ['bank-statements', 'bank-rows', 'decided-rows', 'surpluses', 'needs', 'entries', 'bank-month'],
    onDone: (read: BankStatement) => {
      setStatement(read);
      setName('');
      if (input.current) input.current.value = '';
      goToOutcome('[data-file-read]', t('payments:bank.read'));
    },
  });
  const error = action.error('file');
  // Not the file is wrong then: its columns are to be named, and the focus goes there.
  const unnamed = action.problem?.code === 'bank.csv-no-mapping' ? action.problem : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (!file) {
      input.current?.focus();
      return;
    }
    setStatement(null);
    await action.run({ org, file, mark: `${file.name} ${file.size} ${file.lastModified}` });
    focusFirstError(element.current);
  };
  return (
    <section className="panel panel-body" aria-labelledby="import">
      <h2 className="h-dense" id="import">
        {t('payments:bank.import')}
      </h2>
      <p className="small muted gap-top-2">{t('payments:bank.importText')}</p>
      <form ref={element} className="stack gap-top-4" onSubmit={(event) => void submit(event)}>
        <div>
          <label className="btn btn-quiet file-pick">
            <input
              ref={input}
              type="file"
              className="sr"
              accept=".txt,.xml,.csv,text/plain,text/csv,application/xml"
              aria-describedby={error ? 'bank-file' : undefined}
              aria-invalid={error && !unnamed ? true : undefined}
              onChange={(event) => {
                setStatement(null);
                setName(event.target.files?.[0]?.name ?? '');
              }}
            />
            <span className="break">{name || t('payments:bank.pick')}</span>
          </label>
          {error && <FieldError id="bank-file">{error}</FieldError>}
        </div>
        <ProblemNotice problem={action.general} />
        {statement && (
          <div tabIndex={-1} data-file-read={statement.status}>
            <Result statement={statement} />
          </div>
        )}
        <p>
          <Button type="submit" look="main" disabled={name === ''} busy={action.busy}>
            {t('payments:bank.send')}
          </Button>
        </p>
      </form>
      <BankColumnsForm org={org} asked={unnamed} />
    </section>
  );
}
