import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { Loaded } from '../../../components/states.js';
import type { Shift } from '../../../lib/api-types.js';
import type { Pages } from '../../../lib/pages.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useOrganizationShifts } from '../api/shifts.js';
import { freeOf, whenOf } from './shift-parts.js';

function DeskShift({ shift, org }: { shift: Shift; org: string }): ReactNode {
  const title = typograph(shift.need.title);
  return (
    <li data-shift={shift.id}>
      <div>
        <h3 className="h-dense">
          {shift.can.includes('run') ? (
            <Link to="/desk/$org/shifts/$id" params={{ org, id: shift.id }}>
              {title}
            </Link>
          ) : (
            <Link to="/shifts/$id" params={{ id: shift.id }}>
              {title}
            </Link>
          )}
        </h3>
        <p className="small muted">
          {whenOf(shift)} · {freeOf(shift)}
        </p>
      </div>
      {shift.status === 'cancelled' ? (
        <Tag>{t('volunteering:desk.cancelled')}</Tag>
      ) : (
        shift.checkedIn > 0 && <Tag look="wait">{t('volunteering:desk.confirm', { count: shift.checkedIn })}</Tag>
      )}
    </li>
  );
}

function Lines({ shifts, org, none }: { shifts: Pages<Shift>; org: string; none: string }): ReactNode {
  return (
    <Loaded query={shifts}>
      {({ pages }) =>
        pages[0]?.items.length ? (
          <>
            <ul className="panel-body lines date-lines">
              {pages
                .flatMap((page) => page.items)
                .map((shift) => (
                  <DeskShift key={shift.id} shift={shift} org={org} />
                ))}
            </ul>
            <MorePages pages={shifts} />
          </>
        ) : (
          <p className="panel-body small muted">{none}</p>
        )
      }
    </Loaded>
  );
}

/** Shifts of the organization: what is still to be done, and folded away what was. */
export function DeskShifts({ org }: { org: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const [toCome, past] = [useOrganizationShifts(org, 'to-come'), useOrganizationShifts(org, 'past', open)];
  return (
    <section className="panel" aria-labelledby="shifts">
      <div className="panel-head">
        <h2 className="h-dense" id="shifts">
          {t('volunteering:desk.title')}
        </h2>
      </div>
      <Lines shifts={toCome} org={org} none={t('volunteering:desk.none')} />
      <details className="panel-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('volunteering:desk.past')}</summary>
        {open && <Lines shifts={past} org={org} none={t('volunteering:desk.nonePast')} />}
      </details>
    </section>
  );
}
