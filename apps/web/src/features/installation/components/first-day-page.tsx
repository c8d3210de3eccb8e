import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon, Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useInstallation } from '../api/installation.js';
import { sendTestMail, stands, useFirstDay, type FirstDay, type Step, type TestMail } from '../api/first-day.js';
import { AdminRoom } from './admin-room.js';
import { DayAside } from './day-aside.js';
import { AppointForm } from './appoint-form.js';
import { OperatorForm } from './operator-form.js';
import { PublishForm } from './publish-form.js';

/** How far the day has come: a coin that fills up. */
function Coin({ share }: { share: number }): ReactNode {
  const y = 72 - 68 * share;
  const half = Math.sqrt(Math.max(0, 34 ** 2 - (y - 38) ** 2));
  return (
    <svg className="day-coin" width="76" height="76" viewBox="0 0 76 76" aria-hidden="true">
      <circle className="rim" cx="38" cy="38" r="34" />
      {share >= 1 ? (
        <circle className="fill" cx="38" cy="38" r="34" />
      ) : (
        share > 0 && (
          <path className="fill" d={`M${38 - half} ${y}A34 34 0 ${share > 0.5 ? 1 : 0} 0 ${38 + half} ${y}Z`} />
        )
      )}
      <circle className="edge" cx="38" cy="38" r="34" />
    </svg>
  );
}

function Mark({ step, number, now }: { step: Step; number: number; now: boolean }): ReactNode {
  const inside =
    step.state === 'done' ? (
      <Icon name="check" small />
    ) : step.state === 'failed' ? (
      <Icon name="x" small />
    ) : step.state === 'warning' ? (
      '!'
    ) : (
      number
    );
  return (
    <span className={`mark-s is-${now ? 'now' : step.state}`} aria-hidden="true">
      {inside}
    </span>
  );
}

/** The button says what the server said, also where it took the mail. */
function TestMailButton(): ReactNode {
  const [answer, setAnswer] = useState<TestMail | null>(null);
  const action = useAction(sendTestMail, { refresh: ['first-day'], onDone: setAnswer });
  return (
    <>
      <Button size="dense" busy={action.busy} onClick={() => void action.run(undefined)}>
        {t('administration:firstDay.sendTest')}
      </Button>
      {answer && (
        <p className={`small ${answer.ok ? 'good' : 'warn'} break`} role="status" data-test-mail={answer.code}>
          {answer.ok
            ? t('administration:firstDay.testTaken', { host: answer.host })
            : t('administration:firstDay.testRefused', { host: answer.host, code: answer.code, text: answer.text })}
        </p>
      )}
      <ProblemNotice problem={action.problem} />
    </>
  );
}

/** Steps that are done on the spot, each with what opens its form. */
const OPENED_BY = {
  operator: ({ state }: Step) => (state === 'done' ? 'change' : 'fillIn'),
  moderators: () => 'appoint',
  texts: () => 'readAndPublish',
} as const;
type OwnForm = keyof typeof OPENED_BY;

/** A step that stands needs no form, except what may change later. */
const hasForm = (step: Step): step is Step & { code: OwnForm } =>
  step.code === 'operator' ||
  (step.code === 'moderators' && step.state !== 'done') ||
  (step.code === 'texts' && step.state === 'missing');

/** What can be done about a step, beside it. */
function Do({ step, open, onOpen }: { step: Step; open: boolean; onOpen: () => void }): ReactNode {
  if (step.code === 'mail') return step.outside ? null : <TestMailButton />;
  if (hasForm(step))
    return (
      <Button size="dense" aria-expanded={open} onClick={onOpen}>
        {t(`administration:firstDay.${OPENED_BY[step.code](step)}`)}
      </Button>
    );
  if (step.code === 'moderators')
    return (
      <Link className="small" to="/admin/people" search={{ role: 'moderator' }}>
        {t('administration:firstDay.see')}
      </Link>
    );
  if (step.code === 'administrators')
    return step.state === 'done' ? (
      <Link className="small" to="/admin/people" search={{ role: 'administrator' }}>
        {t('administration:firstDay.see')}
      </Link>
    ) : (
      <Link className="btn btn-quiet btn-dense" to="/me/security">
        {t('administration:firstDay.ownFactor')}
      </Link>
    );
  if (step.code === 'texts')
    return (
      <Link className={step.state === 'missing' ? 'btn btn-quiet btn-dense' : 'small'} to="/admin/texts" search={{}}>
        {t('administration:firstDay.read')}
      </Link>
    );
  if (step.code === 'backup')
    return (
      <Link className="small" to="/admin/health">
        {t('administration:firstDay.see')}
      </Link>
    );
  if (step.code === 'catalogue')
    return (
      <Link className="small" to="/admin/catalogue">
        {t('administration:firstDay.see')}
      </Link>
    );
  return null;
}

/** The form that was sent may be gone: the focus is at what the step says now, or at who was appointed. */
const toOutcome = (code: OwnForm): void =>
  goToOutcome(
    `[data-step=${code}][data-state=done] [data-says], [data-step=${code}] [data-appointed]`,
    t('administration:firstDay.state.done'),
  );

function StepForm({ of, day, onDone }: { of: OwnForm; day: FirstDay; onDone: () => void }): ReactNode {
  const operator = useInstallation().data?.operator ?? null;
  if (of === 'moderators') return <AppointForm onDone={onDone} />;
  if (of === 'texts') return <PublishForm missing={day.textsMissing} onDone={onDone} />;
  return <OperatorForm operator={operator} onDone={onDone} />;
}

interface LineProps {
  step: Step;
  number: number;
  now: boolean;
  day: FirstDay;
}

function StepLine({ step, number, now, day }: LineProps): ReactNode {
  const [said, setSaid] = useState<boolean | null>(hasForm(step) && now ? true : null); // what is open stays so when another step is the next one
  const open = hasForm(step) && (said ?? now);
  return (
    <li className={`stepline${open || now ? ' is-open' : ''}`} data-step={step.code} data-state={step.state}>
      <Mark step={step} number={number} now={now && step.state === 'missing'} />
      <div>
        <h3>
          {step.name} {now && <Tag look="wait">{t('administration:firstDay.now')}</Tag>}
        </h3>
        <p className="small muted" tabIndex={-1} data-says>
          <span className="sr">{t(`administration:firstDay.state.${step.state}`)}: </span>
          {step.says}
        </p>
        {step.outside && (
          <p className="small gap-top-1" data-outside>
            <span className="code">{step.outside.write}</span>
            {'\u00a0'}
            <span className="muted">{t('administration:firstDay.told', { page: step.outside.documentation })}</span>
          </p>
        )}
      </div>
      <div className="do">
        <Do step={step} open={open} onOpen={() => setSaid(!open)} />
      </div>
      {open && (
        <div className="more">
          <StepForm
            of={step.code}
            day={day}
            onDone={() => {
              if (step.code === 'operator') setSaid(false);
              toOutcome(step.code);
            }}
          />
        </div>
      )}
    </li>
  );
}

function Day({ day }: { day: FirstDay }): ReactNode {
  const now = day.steps.find((step) => step.required && !stands(step) && step.state !== 'waits')?.code;
  return (
    <div className="day">
      <div>
        {(['opening', 'keeping', 'region'] as const).map((group) => (
          <section key={group} className="day-group" aria-labelledby={`day-${group}`}>
            <h2 id={`day-${group}`}>{t(`administration:firstDay.group.${group}`)}</h2>
            <p>{t(`administration:firstDay.groupText.${group}`)}</p>
            <ol className="steps">
              {day.steps.map(
                (step, at) =>
                  step.group === group && (
                    <StepLine key={step.code} step={step} number={at + 1} now={step.code === now} day={day} />
                  ),
              )}
            </ol>
          </section>
        ))}
      </div>
      <DayAside day={day} />
    </div>
  );
}

/** `/admin/first-day`: what is set up and what is missing, in any order; `lepta doctor` says the same. */
export function FirstDayPage(): ReactNode {
  const query = useFirstDay(useMayEnter(['administrator']) ?? false);
  const steps = query.data?.steps ?? [];
  const done = steps.filter(stands).length;
  const lacking = steps.filter((step) => step.required && !stands(step)).length;
  return (
    <AdminRoom room="firstDay" lead="">
      <Loaded query={query} bones={<Bones rows={6} height={60} />}>
        {(day) => (
          <>
            <div className="day-head">
              <Coin share={steps.length === 0 ? 0 : done / steps.length} />
              <div>
                <p className="h-small" role="status">
                  {t('administration:firstDay.done', { done, all: steps.length })}
                </p>
                <p className="muted">{t('administration:firstDay.lacking', { count: lacking })}</p>
                <p className="gap-top-2">
                  <Button size="dense" busy={query.isFetching} onClick={() => void query.refetch()}>
                    <Icon name="undo" small />
                    {t('administration:firstDay.again')}
                  </Button>
                </p>
              </div>
            </div>
            <Day day={day} />
          </>
        )}
      </Loaded>
    </AdminRoom>
  );
}
