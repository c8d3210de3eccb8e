import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { TurnPages } from '../../../components/more-pages.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { day } from '../../../lib/dates.js';
import { useDebounced } from '../../../lib/later.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { DeskPath } from '../../organizations/components/desk-path.js';
import { useZone } from '../../installation/api/installation.js';
import { eraseWalkIn, useEnteredOffers, useWalkInContact, useWalkIns, type WalkIn } from '../api/walk-ins.js';
import { useOfferName } from './offer-page.js';
import { OfferTag } from './offer-tag.js';
import { titleOf } from './offer-title.js';
import { WalkInEntry } from './walk-in-form.js';

const route = getRouteApi('/desk/$org/walk-ins');

function Reached({ org, id }: { org: string; id: string }): ReactNode {
  const query = useWalkInContact(org, id);
  return (
    <Loaded query={query} bones={<Bones rows={1} height={24} />}>
      {({ contact }) => (
        <p className="small break" data-contact>
          {[contact?.name, contact?.phone, contact?.email, contact?.note].filter(Boolean).join(' · ')}
        </p>
      )}
    </Loaded>
  );
}

function WalkInLine({ walkIn, org }: { walkIn: WalkIn; org: string }): ReactNode {
  const zone = useZone();
  const [open, setOpen] = useState<'contact' | 'erase' | null>(null);
  const toggle = (what: 'contact' | 'erase') => () => setOpen(open === what ? null : what);
  const erase = useAction(eraseWalkIn, { refresh: ['walk-ins', 'offers'] });
  return (
    <li data-walk-in={walkIn.id}>
      <div className="row between row-wrap">
        <div>
          <p className="strong break">{walkIn.name}</p>
          <p className="small muted">
            {t(`walkIns:consent.${walkIn.consent.how}`, { day: day(walkIn.consent.day, zone) })}
          </p>
        </div>
        <div className="row row-wrap">
          {walkIn.can.includes('offer') && (
            <Link className="btn btn-quiet btn-dense" to="/desk/$org/walk-ins/$id" params={{ org, id: walkIn.id }}>
              {t('walkIns:offer')}
            </Link>
          )}
          {walkIn.hasContact && (
            <Button size="dense" look="plain" aria-expanded={open === 'contact'} onClick={toggle('contact')}>
              {t('walkIns:contact')}
            </Button>
          )}
          <a
            className="btn btn-plain btn-dense"
            href={`/api/v1/organizations/${org}/walk-ins/${walkIn.id}/export`}
            download
          >
            {t('walkIns:copy')}
          </a>
          {walkIn.can.includes('erase') && (
            <Button size="dense" look="plain" aria-expanded={open === 'erase'} onClick={toggle('erase')}>
              {t('walkIns:erase')}
            </Button>
          )}
        </div>
      </div>
      {open === 'contact' && <Reached org={org} id={walkIn.id} />}
      {open === 'erase' && (
        <div className="prop-part">
          <p className="small">{t('walkIns:eraseSure')}</p>
          <Button
            look="no"
            size="dense"
            autoFocus
            busy={erase.busy}
            onClick={() => void erase.run({ org, id: walkIn.id })}
          >
            {t('walkIns:eraseGo')}
          </Button>
          <Button look="plain" size="dense" onClick={() => setOpen(null)}>
            {t('form.cancel')}
          </Button>
        </div>
      )}
      <ProblemNotice problem={erase.problem} />
    </li>
  );
}

/** Names are asked about when the typing pauses. */
const PAUSE_MS = 250;

function Known({ org }: { org: string }): ReactNode {
  const [words, setWords] = useState('');
  const [cursor, setCursor] = useState<string>();
  const settled = useDebounced(words.trim(), PAUSE_MS);
  const query = useWalkIns(org, settled, cursor, true);
  return (
    <section className="gap-top-6" aria-labelledby="known">
      <h2 className="h-block gap-below-2" id="known">
        {t('walkIns:known')}
      </h2>
      <TextField
        label={t('walkIns:search')}
        type="search"
        maxLength={120}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setCursor(undefined);
        }}
      />
      <div className="gap-top-4">
        <Loaded query={query}>
          {(page) =>
            page.items.length > 0 ? (
              <ul className="sheet pad lines">
                {page.items.map((walkIn) => (
                  <WalkInLine key={walkIn.id} walkIn={walkIn} org={org} />
                ))}
              </ul>
            ) : (
              <Empty title={t(settled ? 'walkIns:notFound' : 'walkIns:none')}>
                <p>{t('walkIns:noneText')}</p>
              </Empty>
            )
          }
        </Loaded>
      </div>
      <TurnPages cursor={cursor} next={query.data?.nextCursor} onTurn={setCursor} />
    </section>
  );
}

/** What the organization entered for those who came by: without their names. */
function Entered({ org }: { org: string }): ReactNode {
  const [cursor, setCursor] = useState<string>();
  const query = useEnteredOffers(org, cursor, true);
  const amounts = useAmounts();
  const name = useOfferName();
  return (
    <section className="gap-top-8" aria-labelledby="entered">
      <h2 className="h-block gap-below-2" id="entered">
        {t('walkIns:entered')}
      </h2>
      <Loaded query={query}>
        {(page) =>
          page.items.length > 0 ? (
            <ul className="sheet pad lines">
              {page.items.map((offer) => (
                <li key={offer.id} className="row between row-wrap" data-offer={offer.id}>
                  <Link to="/offer/$id" params={{ id: offer.id }}>
                    {titleOf(name(offer), amounts.say(offer.balance.pledged, offer.balance.unit))}
                  </Link>
                  <OfferTag status={offer.status} />
                </li>
              ))}
            </ul>
          ) : (
            <p className="muted">{t('walkIns:enteredNone')}</p>
          )
        }
      </Loaded>
      <TurnPages cursor={cursor} next={query.data?.nextCursor} onTurn={setCursor} />
    </section>
  );
}

/** People who come by or call, and what was offered for them. */
export function WalkInsPage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const membership = session?.memberships.find(({ organization }) => organization.id === org);
  const list = useWalkIns(org, '', undefined, Boolean(membership));
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  if (!membership || (list.error as Problem | null)?.status === 403) return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('walkIns:title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('walkIns:title')}</h1>
        <p className="lead">{t('walkIns:lead')}</p>
      </header>
      <Loaded query={list}>
        {({ can }) => (
          <>
            {can.includes('enter') && <WalkInEntry org={org} />}
            <Known org={org} />
            <Entered org={org} />
          </>
        )}
      </Loaded>
    </div>
  );
}
