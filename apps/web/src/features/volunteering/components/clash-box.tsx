import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Shift } from '../../../lib/api-types.js';
import { day, timeOf } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { stepSignUp } from '../api/shifts.js';
import { ClashLanes } from './clash-lanes.js';

type Clash = NonNullable<Shift['clash']>;
/** A sign-up that can be given up. */
interface ToGiveUp {
  readonly id: string;
  readonly late: boolean;
  /** Of the button: what is kept, or what is given up. */
  readonly label: string;
}

/** What a reader may still give up: the other shift, and this one where they are in it. */
function waysOut(shift: Shift, { with: other }: Clash): ToGiveUp[] {
  const own = shift.signUp?.can.includes('cancel') ? shift.signUp : null;
  const keep = (title: string, { from, until }: { from: string; until: string }): string =>
    t('clash:keep', { title, from: timeOf(from, shift.timeZone), until: timeOf(until, shift.timeZone) });
  return [
    ...(other.can.includes('cancel')
      ? [
          {
            id: other.signUp,
            late: other.late,
            label: own ? keep(shift.need.title, shift) : t('clash:giveUp', { title: other.title }),
          },
        ]
      : []),
    ...(own ? [{ id: own.id, late: own.late, label: keep(other.title, other) }] : []),
  ];
}

function saying(shift: Shift, { why, km }: Clash, own: boolean): { title: string; text: string } {
  const same = why === 'same-time';
  const far = same || km === null ? '' : `${t('clash:km', { km })} `;
  if (own)
    return {
      title: t(same ? 'clash:sameTime' : 'clash:tooFar', { day: day(shift.from, shift.timeZone) }),
      text: `${far}${t('clash:keepOne')}`,
    };
  return {
    title: t(same ? 'clash:busy' : 'clash:busyFar'),
    text: `${far}${t(same ? 'clash:toComeHere' : 'clash:mayStill')}`,
  };
}

/**
 * Another shift of the reader's in the way of this one, drawn and said, with the ways out of it.
 * @param narrow beside the text of a page: lanes stand below their names at any width
 */
export function ClashBox({
  shift,
  clash,
  narrow = false,
}: {
  shift: Shift;
  clash: Clash;
  narrow?: boolean;
}): ReactNode {
  const [chosen, setChosen] = useState<ToGiveUp | null>(null);
  const action = useAction(stepSignUp, { refresh: ['shifts'], onDone: () => setChosen(null) });
  const other = clash.with;
  const own = shift.signUp !== null && shift.signUp.status !== 'cancelled';
  const { title, text } = saying(shift, clash, own);
  const { timeZone } = shift;
  const here = { title: shift.need.title, from: shift.from, until: shift.until };
  const ways = waysOut(shift, clash);
  return (
    <section
      className={`notice notice-bad clash-box${narrow ? ' is-narrow' : ''}`}
      aria-label={title}
      data-clash={clash.why}
    >
      <Icon name="alert" />
      <div className="stack">
        <div className="small">
          <p className="strong">{typograph(title)}</p>
          <p>{typograph(text)}</p>
          <ul className="sr">
            {[here, other].map((one) => (
              <li key={one.from + one.title}>
                {t('clash:one', {
                  title: one.title,
                  from: timeOf(one.from, timeZone),
                  until: timeOf(one.until, timeZone),
                })}
              </li>
            ))}
          </ul>
        </div>
        <ClashLanes lanes={[here, other]} timeZone={timeZone} />
        <div className="row row-wrap">
          {ways.map((way) => (
            <Button
              key={way.id}
              size="dense"
              aria-expanded={chosen?.id === way.id}
              onClick={() => setChosen(chosen?.id === way.id ? null : way)}
            >
              {typograph(way.label)}
            </Button>
          ))}
          {!own && (
            <Link className="btn btn-plain btn-dense" to="/shifts/$id" params={{ id: other.shift }}>
              {typograph(t('clash:toOther', { title: other.title }))}
            </Link>
          )}
        </div>
        {chosen && (
          <div className="prop-part">
            <p className="small">{t(chosen.late ? 'signUps:cancelLate' : 'signUps:cancelInTime')}</p>
            <Button
              look="no"
              autoFocus
              busy={action.busy}
              onClick={() => void action.run({ id: chosen.id, step: 'cancel' })}
            >
              {t('signUps:cancelGo')}
            </Button>
            <Button look="plain" onClick={() => setChosen(null)}>
              {t('form.close')}
            </Button>
          </div>
        )}
        <ProblemNotice problem={action.problem} />
      </div>
    </section>
  );
}
