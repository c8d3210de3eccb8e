import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { FieldError } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead, Pager } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { DeskPath } from '../../organizations/components/desk-path.js';
import { importStatement, useBankRows, type BankStatement } from '../api/payments.js';
import { CardDesk } from './card-account.js';
import { DecidedRows } from './decided-rows.js';
import { GiftRegister } from './gift-register.js';
import { BankColumnsForm } from './bank-columns.js';
import { BankRowCase } from './bank-row.js';
import { SplitRow } from './split-row.js';
import { SurplusOfOrganization } from './surplus-list.js';

const route = getRouteApi('/desk/$org/bank');

/** What became of each row of the file that was just imported. */
function Result({ statement }: { statement: BankStatement }): ReactNode {
  const fates: [string, number][] = [
    ['recognised', statement.recognised],
    ['toDecide', statement.rows - statement.alreadyKnown - statement.recognised],
    ['alreadyKnown', statement.alreadyKnown],
    ['ignored', statement.ignored],
  ];
  return (
    <Notice look="good" role="status">
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

function Import({ org }: { org: string }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [statement, setStatement] = useState<BankStatement | null>(null);
  const action = useAction(importStatement, {
    refresh: ['bank-rows', 'decided-rows', 'surpluses', 'needs', 'entries'],
    onDone: (read: BankStatement) => {
      setStatement(read);
      setName('');
      if (input.current) input.current.value = '';
    },
  });
  const error = action.error('file');
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
    <section className="sheet pad-l" aria-labelledby="import">
      <h2 className="h-block" id="import">
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
              aria-invalid={error ? true : undefined}
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
        {statement && <Result statement={statement} />}
        <p>
          <Button type="submit" look="main" disabled={name === ''} busy={action.busy}>
            {t('payments:bank.send')}
          </Button>
        </p>
      </form>
      <BankColumnsForm org={org} />
    </section>
  );
}

/** `/desk/{org}/bank`: statements of the bank, and transfers that wait for a word. */
export function BankPage(): ReactNode {
  const { org } = route.useParams();
  const { cursor, card } = route.useSearch();
  const { data: session } = useSession();
  const query = useBankRows(org, cursor, Boolean(session));
  if (session === null) return <SignInFirst />;
  if ([403, 404].includes((query.error as Problem | null)?.status ?? 0)) return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('payments:bank.title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('payments:bank.title')}</h1>
        <p className="lead">{t('payments:bank.lead')}</p>
      </header>
      <Import org={org} />
      <section className="gap-top-6" aria-labelledby="decide">
        <h2 className="h-block gap-below-4" id="decide">
          {t('payments:bank.toDecide')}
        </h2>
        <Loaded query={query} bones={<Bones rows={3} />}>
          {({ items, nextCursor }) => (
            <>
              {items.length === 0 ? (
                !cursor && (
                  <Empty title={t('payments:bank.none')}>
                    <p>{t('payments:bank.noneText')}</p>
                  </Empty>
                )
              ) : (
                <div className="panel">
                  {items.map((row) => (
                    <div key={row.id} className="bank-case">
                      <BankRowCase row={row} />
                      <SplitRow row={row} />
                    </div>
                  ))}
                </div>
              )}
              <Pager
                cursor={cursor}
                next={nextCursor}
                link={(search, words) => (
                  <Link className="btn btn-quiet" to="/desk/$org/bank" params={{ org }} search={search}>
                    {words}
                  </Link>
                )}
              />
            </>
          )}
        </Loaded>
      </section>
      {session && <DecidedRows org={org} />}
      {session && <SurplusOfOrganization org={org} />}
      {session && <CardDesk org={org} back={card !== undefined} />}
      <GiftRegister org={org} />
    </div>
  );
}
