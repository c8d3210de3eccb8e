import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon, Tag } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useInstallation } from '../api/installation.js';
import { sendTestMail, useFirstDay, type FirstDay, type Step, type TestMail } from '../api/first-day.js';
import { AdminRoom } from './admin-room.js';
import { OperatorForm } from './operator-form.js';

const stands = ({ state }: Step): boolean => state === 'done' || state === 'warning';

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

/** What can be done about a step, beside it. */
function Do({ step, open, onOpen }: { step: Step; open: boolean; onOpen: () => void }): ReactNode {
  if (step.code === 'mail') return step.outside ? null : <TestMailButton />;
  if (step.code === 'operator')
    return (
      <Button size="dense" aria-expanded={open} onClick={onOpen}>
        {t(step.state === 'done' ? 'administration:firstDay.change' : 'administration:firstDay.fillIn')}
      </Button>
    );
  if (step.code === 'moderators')
    return (
      <Link
        className={stands(step) ? 'small' : 'btn btn-main btn-dense'}
        to="/admin/people"
        search={{ role: stands(step) ? 'moderator' : undefined }}
      >
        {t(stands(step) ? 'administration:firstDay.see' : 'administration:firstDay.appoint')}
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

function StepLine({ step, number, now }: { step: Step; number: number; now: boolean }): ReactNode {
  const operator = useInstallation().data?.operator ?? null;
  const [said, setSaid] = useState<boolean | null>(null);
  const open = step.code === 'operator' && (said ?? now);
  return (
    <li className={`stepline${open || now ? ' is-open' : ''}`} data-step={step.code} data-state={step.state}>
      <Mark step={step} number={number} now={now && step.state === 'missing'} />
      <div>
        <h3>
          {step.name} {now && <Tag look="wait">{t('administration:firstDay.now')}</Tag>}
        </h3>
        <p className="small muted">
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
          <OperatorForm operator={operator} onDone={() => setSaid(false)} />
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
                    <StepLine key={step.code} step={step} number={at + 1} now={step.code === now} />
                  ),
              )}
            </ol>
          </section>
        ))}
      </div>
      <aside className="stack" aria-label={t('administration:firstDay.outside')}>
        {day.ready && (
          <Notice look="good">
            <p>{t('administration:firstDay.ready')}</p>
          </Notice>
        )}
        <section className="panel" aria-labelledby="who-may">
          <div className="panel-head">
            <h2 className="h-dense" id="who-may">
              {t('administration:firstDay.whoMay')}
            </h2>
          </div>
          <ul className="panel-body lines lines-dense">
            {day.abilities.map(({ code, because }) => (
              <li key={code} className="row">
                <span className={because ? 'warn' : 'good'}>
                  <Icon name={because ? 'x' : 'check'} small />
                  <span className="sr">
                    {t(because ? 'administration:firstDay.mayNot' : 'administration:firstDay.may')}
                  </span>
                </span>
                <span className="grow small">
                  {t(`administration:firstDay.ability.${code}`)}
                  {because && (
                    <>
                      <br />
                      <span className="tiny muted">
                        {t('administration:firstDay.because', {
                          step: day.steps.find((step) => step.code === because)?.name ?? because,
                        })}
                      </span>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section className="panel" aria-labelledby="terminal">
          <div className="panel-head">
            <h2 className="h-dense" id="terminal">
              {t('administration:firstDay.terminal')}
            </h2>
          </div>
          <div className="panel-body">
            <p className="small code">$ lepta doctor</p>
            <ul className="doctor">
              {day.steps.map((step) => (
                <li key={step.code}>
                  <b className={step.state === 'done' ? 'good' : stands(step) ? 'wait' : 'warn'}>
                    {t(`administration:firstDay.mark.${step.state}`)}
                  </b>
                  <span className="code">{step.code}</span>
                  <span className="muted">{t(`administration:firstDay.shortly.${step.state}`)}</span>
                </li>
              ))}
            </ul>
          </div>
        </section>
      </aside>
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
