import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { MorePages } from '../../../components/more-pages.js';
import { Loaded } from '../../../components/states.js';
import type { Shift } from '../../../lib/api-types.js';
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
      {shift.signUp && <SignUpTag signUp={shift.signUp} />}
    </li>
  );
}

/** Shifts of one need, on its page. */
export function NeedShifts({ need }: { need: string }): ReactNode {
  const shifts = useNeedShifts(need);
  return (
    <section aria-labelledby="shifts">
      <h2 className="h-section gap-below-2" id="shifts">
        {t('volunteering:shifts')}
      </h2>
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
            <p className="muted small">{t('volunteering:noneOfNeed')}</p>
          )
        }
      </Loaded>
    </section>
  );
}
