import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { useMailWords } from '../../installation/api/installation.js';
import { WhoRunsIt } from '../../installation/components/who-runs-it.js';
import { OwnSide } from '../../identity/components/own-side.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { Proposal } from '../../matching/components/proposal.js';
import { useToVouch } from '../../organizations/api/organizations.js';
import { MyGifts } from '../../payments/components/my-gifts.js';
import { MySurplus } from '../../payments/components/surplus-list.js';
import { useOffers } from '../api/offers.js';
import { useToDo } from '../api/to-do.js';
import { useStatement } from '../../ledger/api/statements.js';
import { SumCards } from '../../ledger/components/sum-cards.js';
import { OwnOutcome } from '../../transparency/components/own-outcome.js';
import { MyOffers } from './my-offers.js';
import { StandingOffers } from './standing-list.js';

/** What is not in the menu of the own room. */
function ToVouch(): ReactNode {
  const toVouch = useToVouch(true).data?.length ?? 0;
  return toVouch > 0 ? (
    <p className="gap-top-3">
      <Link className="btn btn-quiet btn-dense" to="/vouches">
        {t('organizations:vouch.waiting', { count: toVouch })}
      </Link>
    </p>
  ) : null;
}

/** Three sums of this year; the rows are a page of their own. */
function Sums(): ReactNode {
  const statement = useStatement();
  return (
    <section className="gap-top-6" aria-labelledby="statement">
      <div className="row between row-wrap">
        <h2 className="h-block" id="statement">
          {t('offers:statement', { year: statement.data?.to.slice(0, 4) ?? String(new Date().getFullYear()) })}
        </h2>
        <Link to="/me/statement" search={{}}>
          {t('statement:toAll')}
        </Link>
      </div>
      <div className="gap-top-4">
        <Loaded query={statement}>
          {(known) => (
            <SumCards sums={known.sums} from={known.from} to={known.to}>
              <OwnOutcome />
            </SumCards>
          )}
        </Loaded>
      </div>
    </section>
  );
}

export function AccountPage(): ReactNode {
  const mailWords = useMailWords();
  const session = useSession();
  const offers = useOffers(Boolean(session.data));
  const toDo = useToDo(offers.data?.items ?? []);
  if (session.data === null) return <SignInFirst />;
  return (
    <div className="wrap with-side">
      <PageHead title={t('offers:account')} />
      {session.data && <OwnSide />}
      <div className="side-main">
        <header className="page-head">
          <h1 className="h-page">{t('offers:account')}</h1>
          {session.data && (
            <>
              <p className="lead">{session.data.person.name}</p>
              <ToVouch />
            </>
          )}
        </header>
        {session.data?.secondFactorRequired && (
          <Notice look="wait">
            <p>
              {t('identity:security.rolesSleep')} <Link to="/me/security">{t('nav.security')}</Link>
            </p>
          </Notice>
        )}
        {session.data && !session.data.person.emailConfirmed && (
          <Notice look="wait">
            <p>
              {mailWords('identity:confirmPlease', { email: session.data.person.email })}
              <WhoRunsIt />
            </p>
          </Notice>
        )}
        {toDo.length > 0 && (
          <section className="gap-top-6" aria-labelledby="todo">
            <h2 className="h-block gap-below-4" id="todo">
              {t('offers:toDo')}
            </h2>
            {toDo.map((match) => (
              <Proposal key={match.id} match={match} />
            ))}
          </section>
        )}
        {session.data && <Sums />}
        <section className="gap-top-8" aria-labelledby="mine">
          <div className="row between row-wrap">
            <h2 className="h-block" id="mine">
              {t('offers:mine')}
            </h2>
            <Link className="btn btn-main" to="/offer" search={{}}>
              {t('nav.offer')}
            </Link>
          </div>
          <div className="gap-top-4">
            <Loaded query={offers}>{(page) => <MyOffers offers={page.items} />}</Loaded>
          </div>
        </section>
        {session.data && <MyGifts />}
        {session.data && <MySurplus />}
        {session.data && <StandingOffers />}
      </div>
    </div>
  );
}
