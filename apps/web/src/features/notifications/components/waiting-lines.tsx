import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import type { Session } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useMailWords, useZone } from '../../installation/api/installation.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useDeskCounts } from '../../matching/api/desk.js';
import { useOffers } from '../../offers/api/offers.js';
import { useToDo } from '../../offers/api/to-do.js';
import { useToVouch } from '../../organizations/api/organizations.js';
import { useMySurplus } from '../../payments/api/payments.js';

function Line({
  icon,
  children,
  note,
}: {
  icon: string;
  children: ReactNode;
  note?: string | false | null;
}): ReactNode {
  return (
    <li className="notice-line">
      <span className="notice-icon">
        <Icon name={icon} small />
      </span>
      <div className="grow">
        {children}
        {note && <p className="small muted">{note}</p>}
      </div>
    </li>
  );
}

/** Answers that an organization of the reader owes. */
function OfDesk({ membership: { organization } }: { membership: Session['memberships'][number] }): ReactNode {
  const waiting = useDeskCounts(organization.id, true).data?.waiting ?? 0;
  if (waiting === 0) return null;
  return (
    <Line icon="bench" note={organization.shortName || organization.name}>
      <Link to="/desk/$org/offers" params={{ org: organization.id }} search={{}}>
        {t('organizations:waiting', { count: waiting })}
      </Link>
    </Line>
  );
}

/** What waits for a word or a deed of the reader: not news, but what is so now. The line that nothing waits shows by style, where no other line stands. */
export function WaitingLines({ session }: { session: Session }): ReactNode {
  const zone = useZone();
  const mailWords = useMailWords();
  const amounts = useAmounts();
  const toDo = useToDo(useOffers(true).data?.items ?? []);
  const vouches = useToVouch(true).data?.length ?? 0;
  const surplus = (useMySurplus().data?.pages.flatMap((page) => page.items) ?? []).filter(
    ({ state, can }) => state === 'waiting' && can.length > 0,
  );
  return (
    <section aria-labelledby="waiting">
      <h2 className="h-dense" id="waiting">
        {t('notifications:waiting.title')}
      </h2>
      <ul className="panel notice-waiting">
        {session.secondFactorRequired && (
          <Line icon="shield">
            <Link to="/me/security">{t('notifications:waiting.secondFactor')}</Link>
          </Line>
        )}
        {!session.person.emailConfirmed && (
          <Line icon="mail" note={session.person.email}>
            {mailWords('notifications:waiting.address')}
          </Line>
        )}
        {toDo.map((match) => (
          <Line
            key={match.id}
            icon="hand"
            note={match.deadline && t('notifications:waiting.until', { day: day(match.deadline, zone) })}
          >
            <Link to="/matches/$id" params={{ id: match.id }}>
              {t(`notifications:waiting.${match.can.includes('accept') ? 'accept' : 'deliver'}`, {
                kind: match.need.kind,
                amount: match.text,
                title: typograph(match.need.title),
              })}
            </Link>
          </Line>
        ))}
        {session.memberships.map((membership) => (
          <OfDesk key={membership.organization.id} membership={membership} />
        ))}
        {surplus.map((one) => (
          <Line key={one.id} icon="undo" note={one.organizationName}>
            <Link to="/surplus/$id" params={{ id: one.id }}>
              {t('notifications:waiting.surplus', { amount: amounts.say(one.amount, one.unit) })}
            </Link>
          </Line>
        ))}
        {vouches > 0 && (
          <Line icon="people">
            <Link to="/vouches">{t('organizations:vouch.waiting', { count: vouches })}</Link>
          </Line>
        )}
        <li className="notice-none muted">{t('notifications:waiting.none')}</li>
      </ul>
    </section>
  );
}
