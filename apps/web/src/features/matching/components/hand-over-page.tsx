import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Icon, KindMark } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { dayTime, timeOf } from '../../../lib/dates.js';
import { usePollMs } from '../../../lib/live-line.js';
import { useOffline } from '../../../lib/online.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useUnits } from '../../catalogue/api/catalogue.js';
import { LegHint } from '../../deliveries/components/leg-hint.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { codeOf, type Entry } from '../api/hand-over.js';
import { sendEntry, useIsKept } from '../api/kept-entries.js';
import { useMeeting, type Meeting } from '../api/meeting.js';
import { HandOverCode } from './hand-over-code.js';
import { HandOverPictures } from './hand-over-pictures.js';
import { HandOverForm } from './hand-over-form.js';
import { KeptEntries } from './kept-entries-list.js';
import './hand-over.css';

function About({ meeting }: { meeting: Meeting }): ReactNode {
  const { need, handOver, timeZone } = meeting;
  return (
    <section className="sheet pad stack">
      <p className="row row-top">
        <KindMark kind="goods" />
        <span>
          <b className="strong">{meeting.text}</b>
          <br />
          <span className="small muted">
            {typograph(need.title)}, {need.organization.shortName}
          </span>
        </span>
      </p>
      {handOver && (
        <p className="small muted row">
          <Icon name="clock" small />
          {dayTime(handOver.from, timeZone)}–{timeOf(handOver.until, timeZone)}
        </p>
      )}
      {handOver?.place && (
        <p className="small muted row">
          <Icon name="pin" small />
          <span className="break">{handOver.place}</span>
        </p>
      )}
      <p>
        <Link to="/matches/$id" params={{ id: meeting.id }}>
          {t('handover:meeting')}
        </Link>
      </p>
    </section>
  );
}

/** What was entered, as both sides read it from then on. */
export function Entered({ meeting }: { meeting: Meeting }): ReactNode {
  const { entered, arrived } = meeting;
  if (!entered || !arrived) return null;
  const lines: [string, string][] = [
    [t('handover:taken'), arrived.text],
    ...(entered.refused > 0
      ? [
          [
            t('handover:refused'),
            `${entered.refusedText}: ${t(`handover:why.${entered.refusedReason ?? 'other'}`)}`,
          ] as [string, string],
        ]
      : []),
    ...(entered.expired > 0 ? [[t('handover:expired'), entered.expiredText] as [string, string]] : []),
    ...(arrived.lost > 0
      ? [
          [t('handover:lost'), `${arrived.lostText}: ${t(`handover:lostWhy.${entered.lostReason ?? 'other'}`)}`] as [
            string,
            string,
          ],
        ]
      : []),
  ];
  return (
    <section className="sheet pad" aria-labelledby="entered" tabIndex={-1} data-entered={meeting.id}>
      <h2 className="h-block" id="entered">
        {t('handover:done')}
      </h2>
      <p className="small muted">{t('handover:doneAt', { at: dayTime(entered.at, meeting.timeZone) })}</p>
      <dl className="entered-parts gap-top-3">
        {lines.map(([what, text]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd className="num">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Shown({ meeting, person, code }: { meeting: Meeting; person: string; code: string }): ReactNode {
  const offline = useOffline();
  const units = useUnits(); // what is promised is said in a unit before anything is counted in it
  const [late, setLate] = useState(false);
  const waits = useIsKept(meeting.id) && late;
  const client = useQueryClient();
  const may = meeting.can.includes('enter-hand-over');
  const send = async (entry: Entry): Promise<void> => {
    const kept = (await sendEntry({ person, match: meeting.id, what: meeting.text, entry })) === 'kept';
    setLate(kept);
    await client.invalidateQueries({ queryKey: ['matches'] });
    goToOutcome(kept ? '[data-kept-entries]' : `[data-entered="${meeting.id}"]`, t('handover:done'));
  };
  return (
    <>
      {offline && (
        <Notice look="wait" role="status">
          <p>{t('handover:offline')}</p>
        </Notice>
      )}
      <KeptEntries person={person} />
      <About meeting={meeting} />
      <LegHint meeting={meeting} />
      <HandOverCode meeting={meeting} />
      {may && !waits && units.data && <HandOverForm meeting={meeting} code={code} onSend={send} />}
      <Entered meeting={meeting} />
      <HandOverPictures meeting={meeting} />
      {!may && !meeting.code && !meeting.entered && (
        <Notice>
          <p>{t('handover:notNow')}</p>
        </Notice>
      )}
    </>
  );
}

/** `/handovers/{id}`: at the place, in the hand. The giver shows a code, the organization enters it with what is there. */
export function HandOverPage(): ReactNode {
  const { id } = useParams({ from: '/handovers/$id' });
  const [code] = useState(() => codeOf(id));
  const { data: session } = useSession();
  const query = useMeeting(id, usePollMs());
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap page-form">
        <Bones rows={3} />
      </div>
    );
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  const title = (meeting: Meeting): string =>
    meeting.side === 'organization'
      ? t('handover:takeFrom', { donor: meeting.offer.donor })
      : t('handover:giveTo', { organization: meeting.need.organization.shortName });
  return (
    <div className="wrap page-form page-handover">
      <Loaded query={query}>
        {(meeting) => (
          <>
            <PageHead title={title(meeting)} />
            <header className="page-head">
              <h1 className="h-page">{typograph(title(meeting))}</h1>
            </header>
            <div className="stack-6">
              <Shown meeting={meeting} person={session.person.id} code={code} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
