import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SelectField } from '../../../components/field.js';
import { MorePages } from '../../../components/more-pages.js';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import type { Shift } from '../../../lib/api-types.js';
import { useChosenBefore } from '../../../lib/form.js';
import { typograph } from '../../../lib/typograph.js';
import { placeName, t } from '../../../lib/words.js';
import { usePlaces } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { useNeedShifts, useShifts } from '../api/shifts.js';
import { ShiftFacts, SignUpTag } from './shift-parts.js';

const route = getRouteApi('/shifts');

function ShiftLine({ shift, level = 2 }: { shift: Shift; level?: 2 | 3 }): ReactNode {
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

export function ShiftsPage(): ReactNode {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const { data: session } = useSession();
  const places = usePlaces().data ?? [];
  const shifts = useShifts(filters);
  const chosen = useChosenBefore();
  return (
    <div className="wrap">
      <PageHead title={t('volunteering:shifts')} />
      <header className="page-head">
        <h1 className="h-page">{t('volunteering:shifts')}</h1>
        <p className="lead">{t('volunteering:lead')}</p>
        {session && (
          <p className="gap-top-3">
            <Link className="btn btn-quiet" to="/me/shifts" search={{}}>
              {t('volunteering:mine')}
            </Link>
          </p>
        )}
      </header>
      <div ref={chosen} className="page-narrow">
        <SelectField
          label={t('volunteering:near')}
          value={filters.near ?? ''}
          onChange={(event) => void navigate({ search: event.target.value ? { near: event.target.value } : {} })}
        >
          <option value="">{t('volunteering:anywhere')}</option>
          {places
            .filter((place) => place.kind !== 'region')
            .map((place) => (
              <option key={place.code} value={place.code}>
                {placeName(place)}
              </option>
            ))}
        </SelectField>
      </div>
      <div className="gap-top-6" aria-live="polite">
        <Loaded query={shifts}>
          {({ pages }) =>
            pages[0]?.items.length ? (
              <>
                <ul className="sheet pad lines date-lines">
                  {pages
                    .flatMap((page) => page.items)
                    .map((shift) => (
                      <ShiftLine key={shift.id} shift={shift} />
                    ))}
                </ul>
                <MorePages pages={shifts} />
              </>
            ) : (
              <Empty level={2} title={t('volunteering:none')}>
                <p>{t('volunteering:noneText')}</p>
                <p className="gap-top-3">
                  <Link className="btn btn-quiet" to="/needs" search={{ kind: 'time' }}>
                    {t('volunteering:needsOfTime')}
                  </Link>
                </p>
              </Empty>
            )
          }
        </Loaded>
      </div>
    </div>
  );
}
