import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Tag } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead, Pager } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { dateIn, day } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useZone } from '../../installation/api/installation.js';
import { endCheck, PAPERS, recordCheck, useChecks, type CheckForm, type PaperCheck } from '../api/papers.js';
import { DeskPath } from './desk-path.js';

const route = getRouteApi('/desk/$org/papers');
const EMPTY: CheckForm = { code: '', paper: 'criminal-record', seenOn: dateIn(0), validUntil: dateIn(365) };

function CheckLine({ check, org }: { check: PaperCheck; org: string }): ReactNode {
  const zone = useZone();
  const [sure, setSure] = useState(false);
  const action = useAction(endCheck, { refresh: ['checks'], onDone: () => setSure(false) });
  return (
    <li data-check={check.status}>
      <div className="row between row-wrap">
        <div>
          <p className="strong break">{check.person.name}</p>
          <p className="small muted break">
            {t(`organizations:papers.kind.${check.paper}`)}.{' '}
            {t('organizations:papers.seen', { day: day(check.seenOn, 'UTC'), by: check.seenBy.name })}{' '}
            {t('organizations:papers.until', { day: day(check.validUntil, zone) })}
            {check.forAll && ` ${t('organizations:papers.forAll')}`}
          </p>
        </div>
        <div className="row row-wrap">
          <Tag look={check.status === 'valid' ? 'good' : check.status === 'expired' ? 'warn' : ''}>
            {t(`organizations:papers.status.${check.status}`)}
          </Tag>
          {check.can.includes('end') && (
            <Button size="dense" look="plain" aria-expanded={sure} onClick={() => setSure(!sure)}>
              {t('organizations:papers.end')}
            </Button>
          )}
        </div>
      </div>
      {sure && (
        <div className="prop-part">
          <p className="small">{t('organizations:papers.endSure')}</p>
          <Button
            look="no"
            size="dense"
            autoFocus
            busy={action.busy}
            onClick={() => void action.run({ org, id: check.id })}
          >
            {t('organizations:papers.end')}
          </Button>
          <Button look="plain" size="dense" onClick={() => setSure(false)}>
            {t('form.cancel')}
          </Button>
        </div>
      )}
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

function Add({ org }: { org: string }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState(EMPTY);
  const [of, setOf] = useState<string | null>(null);
  const action = useAction(recordCheck, {
    refresh: ['checks'],
    onDone: (check) => {
      setOf(check.person.name);
      setForm(EMPTY);
    },
  });
  const field = (name: keyof CheckForm) => ({
    value: form[name],
    required: true,
    error: action.error(name),
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ org, ...form, code: form.code.trim() });
    focusFirstError(element.current);
  };
  return (
    <section className="sheet pad-l gap-top-6" aria-labelledby="add">
      <h2 className="h-block" id="add">
        {t('organizations:papers.add')}
      </h2>
      <p className="small muted gap-top-2">{t('organizations:papers.addText')}</p>
      <form ref={element} className="stack gap-top-4" onSubmit={(event) => void submit(event)}>
        <div className="grid-2">
          <TextField
            label={t('organizations:papers.code')}
            hint={t('organizations:papers.codeHint')}
            maxLength={40}
            autoComplete="off"
            {...field('code')}
          />
          <SelectField label={t('organizations:papers.paper')} {...field('paper')}>
            {PAPERS.map((paper) => (
              <option key={paper} value={paper}>
                {t(`organizations:papers.kind.${paper}`)}
              </option>
            ))}
          </SelectField>
          <TextField label={t('organizations:papers.seenOn')} type="date" max={dateIn(0)} {...field('seenOn')} />
          <TextField
            label={t('organizations:papers.validUntil')}
            type="date"
            min={dateIn(0)}
            {...field('validUntil')}
          />
        </div>
        {of && (
          <Notice look="good" role="status">
            <p>{t('organizations:papers.added', { name: of })}</p>
          </Notice>
        )}
        <ProblemNotice problem={action.general} />
        <p>
          <Button type="submit" look="main" busy={action.busy}>
            {t('organizations:papers.addGo')}
          </Button>
        </p>
      </form>
    </section>
  );
}

/** Whose papers the organization has seen. */
export function PapersPage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const { cursor } = route.useSearch();
  const query = useChecks(org, cursor, Boolean(session));
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  if ([403, 404].includes((query.error as Problem | null)?.status ?? 0)) return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('organizations:papers.title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('organizations:papers.title')}</h1>
        <p className="lead">{t('organizations:papers.lead')}</p>
      </header>
      <Loaded query={query}>
        {({ items, nextCursor, can }) => (
          <>
            {items.length > 0 && (
              <ul className="sheet pad lines">
                {items.map((check) => (
                  <CheckLine key={check.id} check={check} org={org} />
                ))}
              </ul>
            )}
            {items.length === 0 && !cursor && (
              <Empty title={t('organizations:papers.none')}>
                <p>{t('organizations:papers.noneText')}</p>
              </Empty>
            )}
            <Pager
              cursor={cursor}
              next={nextCursor}
              link={(search, words) => (
                <Link className="btn btn-quiet" to="/desk/$org/papers" params={{ org }} search={search}>
                  {words}
                </Link>
              )}
            />
            {can.includes('record') && <Add org={org} />}
          </>
        )}
      </Loaded>
    </div>
  );
}
