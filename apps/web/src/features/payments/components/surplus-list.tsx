import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { day } from '../../../lib/dates.js';
import type { Pages } from '../../../lib/pages.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { useMySurplus, useSurpluses, type Surplus } from '../api/payments.js';

function SurplusLine({ surplus }: { surplus: Surplus }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const about = surplus.fromNeed
    ? t('payments:surplus.from', { title: surplus.fromNeed.title })
    : [surplus.payer ?? t('payments:surplus.nobody'), surplus.words && `«${surplus.words}»`]
        .filter(Boolean)
        .join(' · ');
  const state =
    surplus.state === 'waiting' && surplus.askedBack
      ? 'askedBack'
      : surplus.state === 'waiting' && surplus.donorKnown
        ? 'asked'
        : surplus.state;
  return (
    <li className="aside-line" data-surplus={surplus.id}>
      <div>
        <h3 className="h-dense num">
          <Link to="/surplus/$id" params={{ id: surplus.id }}>
            {amounts.say(surplus.amount, surplus.unit)}
          </Link>
        </h3>
        <p className="small muted break">
          {typograph(about)} · {day(surplus.at, zone)}
        </p>
      </div>
      <Tag look={surplus.state === 'waiting' ? 'wait' : 'good'}>{t(`payments:surplus.state.${state}`)}</Tag>
    </li>
  );
}

function List({
  pages,
  title,
  lead,
  id,
  className,
}: {
  pages: Pages<Surplus>;
  title: string;
  lead: string;
  id: string;
  className?: string;
}): ReactNode {
  const shown = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className={className} aria-labelledby={id}>
      <h2 className="h-block" id={id}>
        {title}
      </h2>
      <p className="small muted gap-top-2 gap-below-4">{lead}</p>
      <ul className="panel">
        {shown.map((surplus) => (
          <SurplusLine key={surplus.id} surplus={surplus} />
        ))}
      </ul>
      <MorePages pages={pages} />
    </section>
  );
}

/** Money beyond needs on the account of an organization; nothing where there is none. */
export function SurplusOfOrganization({ org }: { org: string }): ReactNode {
  return (
    <List
      pages={useSurpluses(org)}
      id="surplus"
      title={t('payments:surplus.listTitle')}
      lead={t('payments:surplus.listLead')}
    />
  );
}

/** What of the reader's gifts was more than a need could take; nothing where there is none. */
export function MySurplus(): ReactNode {
  return (
    <List
      pages={useMySurplus()}
      id="my-surplus"
      className="gap-top-8"
      title={t('payments:surplus.mineTitle')}
      lead={t('payments:surplus.mineLead')}
    />
  );
}
