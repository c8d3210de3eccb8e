import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { Loaded } from '../../../components/states.js';
import type { Shift } from '../../../lib/api-types.js';
import type { Pages } from '../../../lib/pages.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useNeedShifts } from '../api/shifts.js';
import { ShiftFacts, SignUpTag } from './shift-parts.js';

export function ShiftLine({ shift, level = 2 }: { shift: Shift; level?: 2 | 3 }): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <li>
      <div>
        <Heading className="h-dense">
          <Link to="/shifts/$id" params={{ id: shift.id }}>
            {typograph(shift.need.title)}
          </Link>
        </Heading>
        <ShiftFacts shift={shift} />
        <p className="small muted">{shift.organization.shortName}</p>
      </div>
      {shift.status === 'cancelled' && <Tag>{t('volunteering:desk.cancelled')}</Tag>}
      {shift.signUp && <SignUpTag signUp={shift.signUp} />}
    </li>
  );
}

function NeedLines({ shifts, none }: { shifts: Pages<Shift>; none: string }): ReactNode {
  return (
    <Loaded query={shifts}>
      {({ pages }) =>
        pages[0]?.items.length ? (
          <>
            <ul className="sheet pad lines date-lines">
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

/** Shifts of one need, on its page: those that somebody can still come to, and folded away what is over. */
export function NeedShifts({ need }: { need: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const [toCome, past] = [useNeedShifts(need, 'to-come'), useNeedShifts(need, 'past', open)];
  return (
    <section aria-labelledby="shifts">
      <h2 className="h-section gap-below-2" id="shifts">
        {t('volunteering:shifts')}
      </h2>
      <NeedLines shifts={toCome} none={t('volunteering:noneOfNeed')} />
      <details className="gap-top-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('volunteering:pastOfNeed')}</summary>
        <div className="gap-top-3">{open && <NeedLines shifts={past} none={t('volunteering:nonePastOfNeed')} />}</div>
      </details>
    </section>
  );
}
