import { Link, useParams } from '@tanstack/react-router';
import { useRef, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { Problem } from '../../../lib/api.js';
import { day, dayTime } from '../../../lib/dates.js';
import { focusFirstError, wordsIn } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useZone } from '../../installation/api/installation.js';
import { appeal, useRefusal, type Refusal } from '../api/appeals.js';
import './moderation.css';

const LOOK = { lifted: 'good', again: 'good', kept: 'bad', moot: 'info' } as const;

/** Where the thing is that was refused. */
function SubjectLink({ refusal }: { refusal: Refusal }): ReactNode {
  const { subject, needId, organizationId } = refusal;
  const title = subject.title;
  if (subject.type === 'offer')
    return (
      <Link to="/offer/$id" params={{ id: subject.id }}>
        {title}
      </Link>
    );
  if (needId)
    return (
      <Link to="/needs/$id" params={{ id: needId }}>
        {title}
      </Link>
    );
  return organizationId ? (
    <Link to="/desk/$org/record" params={{ org: organizationId }}>
      {title}
    </Link>
  ) : (
    title
  );
}

function Made({ made, settled }: { made: NonNullable<Refusal['appeal']>; settled: boolean }): ReactNode {
  const zone = useZone();
  return (
    <>
      <Notice look={made.outcome ? LOOK[made.outcome] : 'wait'} role="status">
        <p className="strong">
          {t(`appeal:state.${made.outcome ?? 'waiting'}`, { number: made.number, day: day(made.dueAt, zone) })}
        </p>
        {!settled && <p className="small gap-top-1">{t('appeal:waits')}</p>}
        {made.answer && (
          <p className="gap-top-1 break">
            <b>{t('appeal:answer')}</b> {made.answer}
          </p>
        )}
      </Notice>
      <section aria-labelledby="words">
        <h2 className="h-block" id="words">
          {t('appeal:yours')}
        </h2>
        <p className="small muted">{dayTime(made.at, zone)}</p>
        <blockquote className="gap-top-2 break case-text">{made.words}</blockquote>
      </section>
    </>
  );
}

function AppealForm({ refusal }: { refusal: Refusal }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const action = useAction(appeal, { refresh: ['appeals', 'needs', 'session', 'organization'] });
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    await action.run({ id: refusal.id, words: wordsIn(event.currentTarget, 'words') ?? '' });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="sheet pad-l stack-6" onSubmit={(event) => void submit(event)}>
      <AreaField
        label={t('appeal:words')}
        hint={t('appeal:wordsHint')}
        name="words"
        required
        rows={5}
        maxLength={2000}
        error={action.error('words')}
      />
      <ul className="stack small muted">
        {(['who', 'once', 'meanwhile', 'answer'] as const).map((line) => (
          <li key={line}>
            {t(`appeal:rule.${line === 'meanwhile' ? (MEANWHILE[refusal.subject.type] ?? 'again') : line}`)}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={action.general} />
      <div>
        <Button type="submit" look="main" size="large" busy={action.busy}>
          {t('appeal:send')}
        </Button>
      </div>
    </form>
  );
}
/** How it stands while the appeal waits; all else may be sent again afterwards. */
const MEANWHILE: Partial<Record<Refusal['subject']['type'], string>> = {
  need: 'closedNeed',
  organization: 'closed',
  suspension: 'suspended',
};

/** `/appeals/{id}`: a decision that refused something, and the one appeal against it. */
export function AppealPage(): ReactNode {
  const zone = useZone();
  const { id = '' } = useParams({ strict: false });
  const { data: session } = useSession();
  const query = useRefusal(id, session != null);
  if (session === null) return <SignInFirst />;
  if (query.error instanceof Problem && query.error.status === 404) return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('appeal:title')} />
      <Loaded query={query} bones={<Bones rows={3} height={80} />}>
        {(refusal) => (
          <div className="stack-6">
            <header className="page-head">
              <p className="small muted">{t(`moderation:subject.${refusal.subject.type}`)}</p>
              <h1 className="h-page">{t('appeal:title')}</h1>
              <p className="lead">
                <SubjectLink refusal={refusal} />
              </p>
            </header>
            <section aria-labelledby="decided">
              <h2 className="h-block" id="decided">
                {t('appeal:decided', { day: day(refusal.decidedAt, zone) })}
              </h2>
              <blockquote className="gap-top-2 break case-text">{refusal.reason}</blockquote>
            </section>
            {refusal.appeal && <Made made={refusal.appeal} settled={refusal.appeal.outcome !== null} />}
            {refusal.can.includes('appeal') && (
              <>
                <p>{t('appeal:until', { day: day(refusal.until, zone) })}</p>
                <AppealForm refusal={refusal} />
              </>
            )}
            {!refusal.appeal && !refusal.can.includes('appeal') && (
              <Notice look="info">
                <p>{t('appeal:over', { day: day(refusal.until, zone) })}</p>
              </Notice>
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}
