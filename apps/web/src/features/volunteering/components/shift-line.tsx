import { Link } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { Loaded } from '../../../components/states.js';
import type { Shift } from '../../../lib/api-types.js';
import type { Pages } from '../../../lib/pages.js';
import { dayParts } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, nameOf, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { useNeedShifts } from '../api/shifts.js';
import { ShiftFacts, SignUpTag, isOpenTo } from './shift-parts.js';

/** The ways into a shift that is still to come: one's own place, or the page where one signs up. */
function ShiftDoor({ shift, heading }: { shift: Shift; heading: string }): ReactNode {
  const { data: session } = useSession();
  if (shift.status === 'cancelled') return <Tag>{t('volunteering:desk.cancelled')}</Tag>;
  if (shift.signUp) return <SignUpTag signUp={shift.signUp} />;
  if (!isOpenTo(session, shift)) return null;
  return (
    <Link
      className={`btn ${shift.free > 0 ? 'btn-main' : 'btn-quiet'}`}
      to="/shifts/$id"
      params={{ id: shift.id }}
      aria-describedby={heading}
    >
      {t(shift.free > 0 ? 'volunteering:signUp' : 'volunteering:wait')}
    </Link>
  );
}

export function ShiftLine({ shift, level = 2 }: { shift: Shift; level?: 2 | 3 }): ReactNode {
  const skills = useCatalogue('skills');
  const heading = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const { number, month, weekdayShort } = dayParts(shift.anyTime ? shift.until : shift.from, shift.timeZone);
  return (
    <li className="shift">
      <p className="shift-d" aria-hidden="true">
        {shift.anyTime && <span>{t('volunteering:anyTime.before')}</span>}
        <b className="num">{number}</b>
        <span>{month}</span>
        <span>{weekdayShort}</span>
      </p>
      <div>
        <Heading className="h-small" id={heading}>
          <Link to="/shifts/$id" params={{ id: shift.id }}>
            {typograph(shift.need.title)}
          </Link>
        </Heading>
        <p className="small muted">{shift.organization.shortName}</p>
        <ShiftFacts shift={shift} />
        {(shift.skills.length > 0 || shift.minAge !== null) && (
          <ul className="chips gap-top-2">
            {shift.skills.map((code) => (
              <li key={code}>
                <Tag>{nameOf(skills.get(code), PENDING_NAME)}</Tag>
              </li>
            ))}
            {shift.minAge !== null && (
              <li>
                <Tag>{t('volunteering:fromAge', { age: shift.minAge })}</Tag>
              </li>
            )}
          </ul>
        )}
      </div>
      <div className="shift-b">
        <ShiftDoor shift={shift} heading={heading} />
      </div>
    </li>
  );
}

function NeedLines({ shifts, none }: { shifts: Pages<Shift>; none: string }): ReactNode {
  return (
    <Loaded query={shifts}>
      {({ pages }) =>
        pages[0]?.items.length ? (
          <>
            <ul className="shift-rows">
              {pages
                .flatMap((page) => page.items)
                .map((shift) => (
                  <ShiftLine key={shift.id} shift={shift} level={3} />
                ))}
            </ul>
            <MorePages pages={shifts} />
          </>
        ) : (
          <p className="muted small">{none}</p>
        )
      }
    </Loaded>
  );
}

/** Shifts of one need, on its page: those that a volunteer can still come to, and folded away what is over. */
export function NeedShifts({ need }: { need: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const [toCome, past] = [useNeedShifts(need, 'to-come'), useNeedShifts(need, 'past', open)];
  return (
    <section aria-labelledby="shifts">
      <h2 className="h-section gap-below-2" id="shifts">
        {t('volunteering:shifts')}
      </h2>
      <NeedLines shifts={toCome} none={t('volunteering:noneOfNeed')} />
      <details
        className="gap-top-3 by-script"
        ref={(fold) => {
          if (fold?.open) setOpen(true); // opened before the scripts came
        }}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{t('volunteering:pastOfNeed')}</summary>
        <div className="gap-top-3">{open && <NeedLines shifts={past} none={t('volunteering:nonePastOfNeed')} />}</div>
      </details>
    </section>
  );
}
