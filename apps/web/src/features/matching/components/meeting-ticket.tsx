import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon, Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { dayParts, timeOf, zoneDiffers, zoneName } from '../../../lib/dates.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { agreeHandOver, type HandOver, type HandOverPoint, type Meeting } from '../api/meeting.js';
import { PlaceToSay } from './meeting-place.js';
import { openText } from './opening-hours.js';
import { ProposeForm } from './propose-form.js';

function When({ handOver, timeZone }: { handOver: HandOver; timeZone: string }): ReactNode {
  const { monthAlone: month, number, weekday } = dayParts(handOver.from, timeZone);
  const zone = zoneDiffers(timeZone, handOver.from) ? ` ${zoneName(timeZone, handOver.from)}` : '';
  return (
    <div className="when">
      <div className="when-d">
        <span>{month}</span>
        <b className="num">{number}</b>
        <small>{weekday}</small>
      </div>
      <div>
        <p className="when-t num">
          {timeOf(handOver.from, timeZone)}–{timeOf(handOver.until, timeZone)}
          {zone}
        </p>
        {handOver.note && <p className="muted gap-top-2 break">{handOver.note}</p>}
      </div>
    </div>
  );
}

function Point({ point }: { point: HandOverPoint }): ReactNode {
  return (
    <>
      <p className="icon-lead">
        <Icon name="pin" />
        <span>
          <b className="strong">{point.name}</b>
          <br />
          {point.address}
        </span>
      </p>
      {point.hours.length > 0 && (
        <p className="icon-lead">
          <Icon name="clock" />
          <span>{openText(point.hours)}</span>
        </p>
      )}
    </>
  );
}

const stateOf = (meeting: Meeting): 'none' | 'agreed' | 'mine' | 'theirs' =>
  !meeting.handOver
    ? 'none'
    : meeting.handOver.agreed
      ? 'agreed'
      : meeting.handOver.proposedBy === meeting.side
        ? 'mine'
        : 'theirs';

/** Whose answer it waits for now, and the hour: the focus goes there after each answer. */
const tellState = (state: ReturnType<typeof stateOf>): void =>
  goToOutcome(`[data-when="${state}"]`, t(`meeting:state.${state}`));

/** One question on top: when and where, and whose answer it waits for. */
export function MeetingTicket({ meeting }: { meeting: Meeting }): ReactNode {
  const [moving, setMoving] = useState(false);
  const agree = useAction(agreeHandOver, { refresh: ['matches'], onDone: () => tellState('agreed') });
  const { handOver } = meeting;
  const state = stateOf(meeting);
  const can = (verb: Meeting['can'][number]): boolean => meeting.can.includes(verb);
  const form = can('propose-hand-over') && (moving || !handOver);
  return (
    <section className="ticket" aria-labelledby="when">
      <div className="ticket-part">
        <div tabIndex={-1} data-when={state}>
          <div className="row between row-wrap">
            <h2 className="h-block" id="when">
              {t('meeting:when')}
            </h2>
            <Tag look={state === 'agreed' ? 'good' : 'wait'}>{t(`meeting:state.${state}`)}</Tag>
          </div>
          {handOver && <When handOver={handOver} timeZone={meeting.timeZone} />}
        </div>
        {!handOver && <p className="muted gap-top-3">{t('meeting:noneYet')}</p>}
        {handOver && (
          <div className="row row-wrap gap-top-4">
            {can('agree-hand-over') && (
              <Button
                look="main"
                size="large"
                busy={agree.busy}
                onClick={() => void agree.run({ id: meeting.id, sequence: handOver.sequence })}
              >
                <Icon name="check" />
                {t('meeting:agree')}
              </Button>
            )}
            {can('propose-hand-over') && (
              <Button look="quiet" size="large" aria-expanded={moving} onClick={() => setMoving(!moving)}>
                {t(state === 'agreed' || state === 'mine' ? 'meeting:move' : 'meeting:other')}
              </Button>
            )}
            <a className="btn btn-plain" href={`/api/v1/matches/${meeting.id}/hand-over.ics`} download>
              {t('meeting:calendar')}
            </a>
          </div>
        )}
        {(meeting.code ?? can('enter-hand-over')) && (
          <p className="gap-top-4">
            <Link className="btn btn-main btn-large" to="/handovers/$id" params={{ id: meeting.id }}>
              {t(`handover:open.${meeting.code ? 'donor' : 'organization'}`)}
            </Link>
          </p>
        )}
        <ProblemNotice problem={agree.problem} />
        {/* What is being written stays, whatever the other side proposes meanwhile. */}
        {form && (
          <div className="gap-top-4" onChange={() => setMoving(true)}>
            <ProposeForm
              meeting={meeting}
              onLeave={() => setMoving(false)}
              onDone={() => {
                setMoving(false);
                tellState('mine');
              }}
            />
          </div>
        )}
      </div>
      {(handOver || meeting.handOverPoints.length > 0) && (
        <div className="ticket-part stack">
          {handOver && !handOver.place && !form && (
            <PlaceToSay meeting={meeting} handOver={handOver} onDone={() => tellState('mine')} />
          )}
          {handOver?.place &&
            !meeting.handOverPoints.some((point) => `${point.name}, ${point.address}` === handOver.place) && (
              <p className="icon-lead">
                <Icon name="pin" />
                <span className="break">{handOver.place}</span>
              </p>
            )}
          {meeting.handOverPoints.map((point) => (
            <Point key={`${point.name} ${point.address}`} point={point} />
          ))}
        </div>
      )}
    </section>
  );
}
