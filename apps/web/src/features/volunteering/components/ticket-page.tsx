import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import type { Shift, SignUp } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useShift } from '../api/shifts.js';
import { KeptPresence } from './kept-presence-list.js';
import { LateBox } from './late-box.js';
import { OwnSignUp } from './own-sign-up.js';
import { whenOf } from './shift-parts.js';
import { TicketCode } from './ticket-code.js';
import './ticket.css';

const route = getRouteApi('/me/shifts/$id');

function Ticket({ shift, signUp }: { shift: Shift; signUp: SignUp }): ReactNode {
  const places = useCatalogue('places');
  const facts = [
    ['where', shift.remote ? t('volunteering:remote') : placeName(places.get(shift.place), PENDING_NAME)],
    ['gear', shift.gear],
    ['covered', shift.covered],
    ['risks', shift.risks],
  ] as const;
  return (
    <div className="wrap">
      <PageHead title={shift.need.title} />
      <nav aria-label={t('nav.path')}>
        <ol className="crumbs">
          <li>
            <Link to="/me/shifts" search={{}}>
              {t('volunteering:mine')}
            </Link>
          </li>
        </ol>
      </nav>
      <div className="split split-offer">
        <div className="stack-6">
          <section className="shift-ticket" aria-labelledby="ticket" data-ticket={signUp.status}>
            <p>
              {whenOf(shift)} ({shift.text})
            </p>
            <h1 className="h-page gap-top-2" id="ticket">
              {typograph(shift.need.title)}
            </h1>
            <p className="gap-top-2">
              <Link to="/organizations/$id" params={{ id: shift.organization.id }} search={{}}>
                {shift.organization.shortName}
              </Link>
            </p>
            {signUp.status === 'signed_up' && !shift.anyTime && <TicketCode shift={shift} signUp={signUp} />}
          </section>
          <div className="sheet pad">
            <dl className="facts-list">
              {facts
                .filter(([, text]) => text)
                .map(([name, text]) => (
                  <div key={name}>
                    <dt>{t(name === 'where' ? 'signUps:minor.facts.where' : `volunteering:${name}`)}</dt>
                    <dd className="pre break">{typograph(text ?? '')}</dd>
                  </div>
                ))}
            </dl>
            <p className="small gap-top-3">
              <Link to="/shifts/$id" params={{ id: shift.id }}>
                {t('volunteering:ticket.whole')}
              </Link>
            </p>
          </div>
        </div>
        <aside className="stack-6">
          <div className="sheet pad stack">
            <OwnSignUp signUp={signUp} shift={shift} />
            <LateBox signUp={signUp} />
          </div>
        </aside>
      </div>
    </div>
  );
}

/** `/me/shifts/{shift}`: what a volunteer shows and needs at the place; opened once it works without a connection. */
export function TicketPage(): ReactNode {
  const { id } = route.useParams();
  const session = useSession();
  const query = useShift(id);
  if (session.data === null) return <SignInFirst />;
  const shift = query.data;
  if ((query.error as Problem | null)?.status === 404 || (shift && session.data && shift.signUp === null))
    return <NotFoundPage />;
  if (!shift?.signUp)
    return (
      <div className="wrap page-narrow">
        <Loaded query={query} bones={<Bones rows={4} height={90} />}>
          {() => null}
        </Loaded>
      </div>
    );
  return (
    <>
      <KeptPresence person={session.data?.person.id} />
      <Ticket shift={shift} signUp={shift.signUp} />
    </>
  );
}
