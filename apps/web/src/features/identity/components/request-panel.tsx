import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { CopyButton } from '../../../components/copy-button.js';
import { AreaField, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useMailWords, useZone } from '../../installation/api/installation.js';
import {
  eraseAsAsked,
  extendRequest,
  refuseRequest,
  REQUESTS_CHANGED,
  type ErasureCase,
} from '../api/erasure-requests.js';
import { Lines } from './own-data.js';
import { DaysLeft, dayOf } from './request-deadline.js';
import './security.css';

function Facts({ request }: { request: ErasureCase }): ReactNode {
  const zone = useZone();
  const { cameOn, way, dueOn, daysLeft, recordedBy, recordedAt, said } = request;
  return (
    <dl className="facts facts-left small">
      <dt>{t('administration:requests.came')}</dt>
      <dd>
        {t('administration:requests.cameOn', { day: dayOf(cameOn), way: t(`administration:requests.way.${way}`) })}
      </dd>
      {daysLeft !== null && (
        <>
          <dt>{t('administration:requests.answerBy')}</dt>
          <dd>
            {dayOf(dueOn)} <DaysLeft n={daysLeft} />
            {request.extended && <span className="tiny muted block">{t('administration:requests.extended')}</span>}
          </dd>
        </>
      )}
      {recordedBy && (
        <>
          <dt>{t('administration:requests.recordedBy')}</dt>
          <dd>{t('administration:requests.byWhom', { day: day(recordedAt, zone), name: recordedBy.name })}</dd>
        </>
      )}
      {said && (
        <>
          <dt>{t('administration:requests.notes')}</dt>
          <dd className="pre break">{said}</dd>
        </>
      )}
      {request.decidedAt && (
        <>
          <dt>{t('administration:requests.decidedBy')}</dt>
          <dd>
            {t('administration:requests.byWhom', {
              day: day(request.decidedAt, zone),
              name: request.decidedBy?.name ?? t('administration:requests.byThemselves'),
            })}
          </dd>
        </>
      )}
      {request.reason && (
        <>
          <dt>{t('administration:requests.reason')}</dt>
          <dd className="break">{request.reason}</dd>
        </>
      )}
    </dl>
  );
}

/** What has to be finished first, with the way there where an administrator has one. */
function Obstacles({ request: { obstacles, person } }: { request: ErasureCase }): ReactNode {
  if (obstacles.length === 0) return null;
  return (
    <Notice look="wait">
      <p>{t('administration:requests.inTheWay')}</p>
      <ul className="small stack">
        {obstacles.map(({ code, count, organization }) => (
          <li key={`${code} ${organization}`} data-obstacle={code}>
            {t(`administration:requests.obstacle.${code}`, { count: count ?? 0, organization: organization ?? '' })}{' '}
            {code === 'erasure-request.administrator' && (
              <Link to="/admin/people" search={{ person: person?.id }}>
                {t('administration:requests.toRoles')}
              </Link>
            )}
            {code === 'erasure-request.own' && <Link to="/me/security">{t('administration:requests.toSecurity')}</Link>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Ends({ ends }: { ends: NonNullable<ErasureCase['ends']> }): ReactNode {
  const lines = [
    ends.offers > 0 ? t('administration:requests.endsOffers', { count: ends.offers }) : null,
    ...ends.roles.map((role) =>
      t('administration:requests.endsRole', { role: t(`administration:people.role.${role}`) }),
    ),
    ends.organizations > 0 ? t('administration:requests.endsOrganizations', { count: ends.organizations }) : null,
  ].filter((line) => line !== null);
  return (
    <>
      <h3>{t('administration:requests.ends')}</h3>
      {lines.length === 0 ? (
        <p className="small muted">{t('administration:requests.endsNothing')}</p>
      ) : (
        <ul className="small">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}

type Verb = ErasureCase['can'][number];
const SEND = { erase: eraseAsAsked, extend: extendRequest, refuse: refuseRequest } as const;

function Decide({ id, verb, onClose }: { id: string; verb: Verb; onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const action = useAction(SEND[verb], {
    refresh: REQUESTS_CHANGED,
    onDone: onClose,
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ id, reason: reason.trim() });
    focusFirstError(form.current);
  };
  const field = {
    required: true,
    minLength: 3,
    maxLength: 500,
    autoFocus: true,
    value: reason,
    error: action.error('reason'),
  };
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {verb === 'erase' ? (
        <TextField
          {...field}
          label={t('administration:requests.basis')}
          hint={t('administration:requests.basisHint')}
          placeholder={t('administration:requests.basisPlaceholder')}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : (
        <AreaField
          {...field}
          rows={2}
          label={t(`administration:requests.${verb}Why`)}
          hint={t(`administration:requests.${verb}Hint`)}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {verb === 'erase' && <p className="small">{t('administration:requests.eraseWarning')}</p>}
      <ProblemNotice problem={action.general} />
      <p className="row row-wrap">
        <Button type="submit" look="no" disabled={reason.trim().length < 3} busy={action.busy}>
          {t(`administration:requests.${verb}Go`)}
        </Button>
        <Button look="plain" disabled={action.busy} onClick={onClose}>
          {t('administration:requests.close')}
        </Button>
      </p>
    </form>
  );
}

function Waiting({ request }: { request: ErasureCase }): ReactNode {
  const [verb, setVerb] = useState<Verb | null>(null);
  return (
    <>
      <div className="person-part stack">
        <Obstacles request={request} />
        {request.ends && <Ends ends={request.ends} />}
        <details className="small">
          <summary>{t('administration:requests.goes')}</summary>
          <div className="stack gap-top-3">
            <Lines of="goes" />
            <Lines of="stays" />
          </div>
        </details>
      </div>
      {request.can.length > 0 && (
        <div className="person-part stack">
          <p className="row row-wrap">
            {request.can.map((one) => (
              <Button
                key={one}
                look={one === 'erase' ? 'no' : 'quiet'}
                aria-expanded={verb === one}
                onClick={() => setVerb(verb === one ? null : one)}
              >
                {t(`administration:requests.${one}`)}
              </Button>
            ))}
          </p>
          {verb && request.can.includes(verb) && (
            <Decide key={verb} id={request.id} verb={verb} onClose={() => setVerb(null)} />
          )}
        </div>
      )}
    </>
  );
}

/** What was done, and the words of the answer, which leaves by the way the request came. */
function Decided({ request: { status, way, cameOn, decidedAt } }: { request: ErasureCase }): ReactNode {
  const zone = useZone();
  const mailWords = useMailWords();
  const on = decidedAt ? day(decidedAt, zone) : '';
  const answer = t('administration:requests.answer', { came: dayOf(cameOn), day: on });
  if (status === 'refused')
    return (
      <div className="person-part">
        <Notice>
          <p>{mailWords('administration:requests.refusedText', { day: on })}</p>
        </Notice>
      </div>
    );
  return (
    <div className="person-part stack">
      <Notice look="good">
        <p>{t('administration:requests.done', { day: on })}</p>
      </Notice>
      {way !== 'self' && (
        <>
          <p className="small">{t('administration:requests.doneText')}</p>
          <blockquote className="answer-words small break">{answer}</blockquote>
          <p>
            <CopyButton text={answer} label={t('administration:requests.copy')}>
              {t('administration:requests.copy')}
            </CopyButton>
          </p>
        </>
      )}
    </div>
  );
}

/** One request beside the list: who asks, what stands in the way, what will end, and the decision. */
export function RequestPanel({ request }: { request: ErasureCase }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [request.id, request.status]); // on a phone it stands far below the row that opened it
  return (
    <section className="panel" aria-labelledby="request" data-request={request.status}>
      <div className="person-head">
        <div>
          <h2 className="h-small" id="request" tabIndex={-1} ref={heading}>
            {t('administration:requests.caseTitle', { number: request.number })}
          </h2>
          {request.person && (
            <p className="small muted">
              {request.person.name}
              {request.email &&
                `, ${request.email}, ${t(`administration:requests.${request.emailConfirmed ? 'confirmed' : 'unconfirmed'}`)}`}
            </p>
          )}
        </div>
      </div>
      <div className="person-part">
        <Facts request={request} />
      </div>
      {request.status === 'waiting' ? <Waiting request={request} /> : <Decided request={request} />}
      <div className="person-part">
        <p className="small">
          <Link to="/admin/audit" search={{ subjectType: 'erasure_request', subjectId: request.id }}>
            {t('administration:requests.inLog')}
          </Link>
        </p>
      </div>
    </section>
  );
}
