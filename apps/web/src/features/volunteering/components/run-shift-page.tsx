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
import type { ListedSignUp, Shift } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { DeskPath } from '../../organizations/components/desk-path.js';
import {
  cancelShift,
  confirmAll,
  stepSignUp,
  useShift,
  useSignUps,
  type SignUpStep,
  type StepForm,
} from '../api/shifts.js';
import { CoverPanel } from './cover-panel.js';
import { useKeptOf } from '../api/kept-presence.js';
import { useNote } from './check-in.js';
import { EditShift } from './edit-shift.js';
import { SeriesChoice, SeriesLine } from './series-parts.js';
import { KeptPresence } from './kept-presence-list.js';
import { PresenceOf } from './presence-of.js';
import { ShiftFacts, SignUpTag } from './shift-parts.js';

const route = getRouteApi('/desk/$org/shifts/$id');

/** Other minutes than the shift: a reason that the volunteer reads. */
function OtherMinutes({
  signUp,
  minutes: planned,
  run,
  busy,
  error,
}: {
  signUp: ListedSignUp;
  minutes: number;
  run: (body: StepForm<'confirm'>) => void;
  busy: boolean;
  error: (field: string) => string | undefined;
}): ReactNode {
  const [minutes, setMinutes] = useState(String(signUp.claimed ?? signUp.stayed ?? planned * signUp.people));
  const [reason, setReason] = useState('');
  const other = ![planned * signUp.people, signUp.stayed].includes(Number(minutes)) && signUp.claimed === null; // what both say needs no reason
  return (
    <form
      className="stack prop-part"
      onSubmit={(event) => {
        event.preventDefault();
        run({ minutes: Number(minutes), ...(reason ? { reason } : {}) });
      }}
    >
      <TextField
        label={t('shiftsDesk:minutes')}
        type="number"
        inputMode="numeric"
        min={1}
        unit={t('volunteering:minutesUnit')}
        value={minutes}
        error={error('minutes')}
        onChange={(event) => setMinutes(event.target.value)}
        required
      />
      {other && (
        <TextField
          label={t('shiftsDesk:why')}
          hint={t('shiftsDesk:whyHint')}
          value={reason}
          maxLength={500}
          error={error('reason')}
          onChange={(event) => setReason(event.target.value)}
          required
        />
      )}
      <Button type="submit" look="main" busy={busy}>
        {t('shiftsDesk:confirm')}
      </Button>
    </form>
  );
}

/** Whose ticket was scanned is looked for by nobody. */
const inView = (row: HTMLLIElement | null): void => row?.scrollIntoView({ block: 'center' });

function Row({ signUp, shift }: { signUp: ListedSignUp; shift: Shift }): ReactNode {
  const [open, setOpen] = useState(false);
  const scanned = window.location.hash === `#sign-up=${signUp.id}`;
  const action = useAction(stepSignUp, { refresh: ['shifts'], onDone: () => setOpen(false) });
  const note = useNote(signUp, shift);
  const kept = useKeptOf(signUp.id);

  const can = (name: Exclude<SignUpStep, 'late'>): boolean => signUp.can.includes(name);
  return (
    <li data-sign-up={signUp.id} className={scanned ? 'is-scanned' : undefined} ref={scanned ? inView : undefined}>
      <div>
        <h3 className="h-dense break">
          <span className="muted num">{t('volunteering:ticket.listed', { number: signUp.number })}</span> {signUp.name}
          {signUp.people > 1 && ` ${t('volunteering:group.more', { more: signUp.people - 1 })}`}
        </h3>
        <p className="small muted">
          {signUp.status === 'confirmed'
            ? t('shiftsDesk:confirmedFor', { text: signUp.text ?? '' })
            : signUp.position
              ? t('shiftsDesk:inQueue', { position: signUp.position })
              : ''}
          {signUp.consent && ` ${t(`volunteering:minor.list.${signUp.consent.status}`, { age: signUp.consent.age })}`}
          {signUp.entered && ` ${t('shiftsDesk:enteredByYou')}`}
          {signUp.lateMinutes !== null &&
            signUp.status === 'signed_up' &&
            ` ${t('volunteering:ticket.comesLate', { minutes: signUp.lateMinutes })}`}
          {signUp.objectedAt && ` ${t('shiftsDesk:says', { minutes: signUp.claimed ?? 0 })}`}
        </p>
        <PresenceOf signUp={signUp} shift={shift} />
        {signUp.objection && <p className="small pre break">{signUp.objection}</p>}
        {open && (
          <OtherMinutes
            signUp={signUp}
            minutes={shift.minutes}
            run={(body) => void action.run({ id: signUp.id, step: 'confirm', body })}
            busy={action.busy}
            error={action.error}
          />
        )}
        <ProblemNotice problem={note.problem ?? action.general} />
      </div>
      <div className="row row-wrap">
        <SignUpTag signUp={signUp} listed />
        {can('check-in') && kept.length === 0 && (
          <Button size="dense" busy={note.busy} onClick={() => void note.run({ step: 'check-in', body: {} })}>
            {t(shift.anyTime ? 'volunteering:anyTime.did' : 'shiftsDesk:came')}
          </Button>
        )}
        {can('no-show') && (
          <Button
            size="dense"
            look="no"
            busy={action.busy}
            onClick={() => void action.run({ id: signUp.id, step: 'no-show' })}
          >
            {t(shift.anyTime ? 'volunteering:anyTime.didNot' : 'shiftsDesk:noShow')}
          </Button>
        )}
        {can('confirm') && (
          <Button size="dense" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(signUp.objectedAt ? 'shiftsDesk:agree' : 'shiftsDesk:otherMinutes')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Cancel({ shift }: { shift: Shift }): ReactNode {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [later, setLater] = useState(false);
  const action = useAction(cancelShift, { refresh: ['shifts'], onDone: () => setOpen(false) });
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
        <Notice look="bad">
          <p>{t('volunteering:isCancelled')}</p>
        </Notice>
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
                        <Row key={one.id} signUp={one} shift={shift} />
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
                {t('volunteering:code')}
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
