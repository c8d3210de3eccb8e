import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { MorePages } from '../../../components/more-pages.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import type { Shift } from '../../../lib/api-types.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { DeskPath } from '../../organizations/components/desk-path.js';
import { cancelShift, confirmAll, useShift, useSignUps } from '../api/shifts.js';
import { CoverPanel } from './cover-panel.js';
import { EditShift } from './edit-shift.js';
import { ListedSignUpRow } from './listed-sign-up.js';
import { SeriesChoice, SeriesLine } from './series-parts.js';
import { KeptPresence } from './kept-presence-list.js';
import { ShiftFacts } from './shift-parts.js';

const route = getRouteApi('/desk/$org/shifts/$id');

function Cancel({ shift }: { shift: Shift }): ReactNode {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [later, setLater] = useState(false);
  const action = useAction(cancelShift, {
    refresh: ['shifts'],
    onDone: () => {
      setOpen(false);
      goToOutcome('[data-shift-cancelled]', t('volunteering:isCancelled'));
    },
  });
  if (!shift.can.includes('cancel')) return null;
  return (
    <div className="stack">
      <div>
        <Button look="no" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('shiftsDesk:cancelShift')}
        </Button>
      </div>
      {open && (
        <form
          className="prop-part stack"
          onSubmit={(event) => {
            event.preventDefault();
            void action.run({ id: shift.id, reason, later });
          }}
        >
          <SeriesChoice shift={shift} later={later} onChange={setLater} />
          <TextField
            label={t('shiftsDesk:cancelReason')}
            hint={t('shiftsDesk:cancelShiftHint')}
            optional
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="submit" look="no" busy={action.busy}>
            {t(later ? 'volunteering:series.stop' : 'shiftsDesk:cancelShiftGo')}
          </Button>
        </form>
      )}
      <ProblemNotice problem={action.problem} />
    </div>
  );
}

function Desk({ shift }: { shift: Shift }): ReactNode {
  const signUps = useSignUps(shift.id);
  const { data: session } = useSession();
  const all = useAction(confirmAll, { refresh: ['shifts'] });
  return (
    <div className="wrap">
      <PageHead title={shift.need.title} />
      <DeskPath org={shift.organization.id} />
      <KeptPresence person={session?.person.id} />
      <header className="page-head">
        <h1 className="h-page">{typograph(shift.need.title)}</h1>
        <ShiftFacts shift={shift} />
        <SeriesLine shift={shift} own />
        <p className="small gap-top-2">
          <Link to="/needs/$id" params={{ id: shift.need.id }}>
            {t('needs:number', { number: String(shift.need.number) })}
          </Link>
        </p>
      </header>
      {shift.status === 'cancelled' && (
        <div tabIndex={-1} data-shift-cancelled>
          <Notice look="bad">
            <p>{t('volunteering:isCancelled')}</p>
          </Notice>
        </div>
      )}
      <div className="split split-offer">
        <section aria-labelledby="people" className="stack">
          <h2 className="h-block" id="people">
            {t('shiftsDesk:people')}
          </h2>
          {shift.can.includes('confirm-all') && (
            <div>
              <Button look="main" size="large" busy={all.busy} onClick={() => void all.run(shift.id)}>
                {t('shiftsDesk:confirmAll', { count: shift.asPlanned, text: shift.text })}
              </Button>
            </div>
          )}
          <ProblemNotice problem={all.problem} />
          <Loaded query={signUps}>
            {({ pages }) =>
              pages[0]?.items.length ? (
                <>
                  <ul className="sheet pad lines date-lines run-lines">
                    {pages
                      .flatMap((page) => page.items)
                      .map((one) => (
                        <ListedSignUpRow key={one.id} signUp={one} shift={shift} />
                      ))}
                  </ul>
                  <MorePages pages={signUps} />
                </>
              ) : (
                <Empty title={t('shiftsDesk:nobody')}>
                  <p>{t('shiftsDesk:nobodyText')}</p>
                </Empty>
              )
            }
          </Loaded>
          <CoverPanel shift={shift} />
        </section>
        <aside className="sheet pad stack-6">
          {shift.checkInCode && !shift.anyTime && (
            <section aria-labelledby="code">
              <h2 className="h-block" id="code">
                {t('signUps:code')}
              </h2>
              <p className="check-code-shown code">{shift.checkInCode}</p>
              <p className="small muted">{t('shiftsDesk:showCode')}</p>
              {shift.checkInQr && (
                <img
                  className="check-qr"
                  alt={t('shiftsDesk:qr')}
                  width={180}
                  height={180}
                  src={`data:image/svg+xml,${encodeURIComponent(shift.checkInQr.svg)}`}
                />
              )}
            </section>
          )}
          <EditShift shift={shift} />
          <Cancel shift={shift} />
        </aside>
      </div>
    </div>
  );
}

export function RunShiftPage(): ReactNode {
  const { id } = route.useParams();
  const session = useSession();
  const query = useShift(id);
  if (session.data === null) return <SignInFirst />;
  if (
    (query.error as Problem | null)?.status === 404 ||
    (query.data && session.data && !query.data.can.includes('run'))
  )
    return <NotFoundPage />;
  if (!query.data)
    return (
      <div className="wrap page-narrow">
        <Loaded query={query} bones={<Bones rows={4} height={90} />}>
          {() => null}
        </Loaded>
      </div>
    );
  return <Desk shift={query.data} />;
}
