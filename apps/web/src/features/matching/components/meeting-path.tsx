import type { ReactNode } from 'react';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import type { Meeting } from '../api/meeting.js';

interface Step {
  name: string;
  done: boolean;
  note: string;
}

const NOW: Record<string, number> = { proposed: 1, held: 1, accepted: 2, delivered: 4, disputed: 4, confirmed: 5 };

/** Where the match stands: what is done, what is awaited and from whom, what comes. Of money there is no hour to choose. */
export function MeetingPath({ meeting }: { meeting: Meeting }): ReactNode {
  const { handOver, timeZone, deadline } = meeting;
  const money = meeting.need.kind === 'money';
  const over = meeting.endedAt !== null; // nothing is awaited any more
  const until = (awaited: boolean): string =>
    awaited && !over && deadline ? t('meeting:path.until', { day: day(deadline, timeZone) }) : '';
  const at = (iso: string | null): string => (iso ? day(iso, timeZone) : '');
  const agreed = handOver?.agreed === true;
  const given = meeting.deliveredAt !== null || meeting.confirmedAt !== null;
  const steps: Step[] = [
    ...(meeting.gift
      ? [{ name: t('meeting:path.promised'), done: true, note: at(meeting.proposedAt) }]
      : [
          { name: t('meeting:path.proposed'), done: true, note: at(meeting.proposedAt) },
          {
            name: t('meeting:path.agreed'),
            done: meeting.acceptedAt !== null,
            note: at(meeting.acceptedAt) || until(true),
          },
        ]),
    ...(money || meeting.shift || (!agreed && given)
      ? [] // of money and of a shift there is no hour, and one that nobody set was never a step
      : [{ name: t('meeting:path.hour'), done: agreed, note: handOver ? at(handOver.from) : '' }]),
    {
      name: t(money ? 'meeting:path.pay' : meeting.shift ? 'meeting:path.come' : 'meeting:path.handOver'),
      done: (NOW[meeting.status] ?? 0) >= 4,
      note: at(meeting.deliveredAt) || until(meeting.status === 'accepted'),
    },
    {
      name: t(meeting.gift ? 'meeting:path.find' : 'meeting:path.confirm'),
      done: meeting.confirmedAt !== null,
      note: at(meeting.confirmedAt) || until(meeting.status === 'delivered'),
    },
  ];
  const now = over ? -1 : steps.findIndex((step) => !step.done);
  return (
    <ol className="path" aria-label={t('meeting:path.label')}>
      {steps.map((step, index) => (
        <li
          key={step.name}
          className={index === now ? 'is-now' : step.done ? undefined : 'is-next'}
          aria-current={index === now ? 'step' : undefined}
        >
          <b>{step.name}</b>
          <span>{step.note}</span>
        </li>
      ))}
    </ol>
  );
}
