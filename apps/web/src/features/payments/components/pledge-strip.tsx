import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { usePledges, type PledgeTransfer } from '../api/pledges.js';
import { PledgeTransferCard } from './pledge-transfer.js';

/** So many transfers stand open here; all of them have a page of their own. */
const SHOWN = 3;

/** Transfers of all pledges of a company, what is to be paid soonest first. */
export function usePledgeTransfers(org: string): PledgeTransfer[] {
  const pledges = usePledges(org).data?.pages.flatMap(({ items }) => items) ?? [];
  return pledges
    .flatMap(({ transfers }) => transfers)
    .sort((a, b) => Number(b.due > 0) - Number(a.due > 0) || a.deadline.localeCompare(b.deadline));
}

/** What of a company's pledges is to be paid, beside the way to all of it. Nothing for a member who does not keep its books. */
export function PledgeStrip({ org }: { org: string }): ReactNode {
  const amounts = useAmounts();
  const pledges = usePledges(org);
  const due = usePledgeTransfers(org).filter((transfer) => transfer.due > 0);
  if (!pledges.data) return null;
  const live = pledges.data.pages
    .flatMap(({ items }) => items)
    .filter(({ status, due }) => status !== 'ended' || due > 0);
  const sum = (of: 'arrived' | 'due' | 'free'): string =>
    amounts.say(
      live.reduce((total, pledge) => total + pledge[of], 0),
      'kopeck',
    );
  return (
    <section aria-labelledby="pledges">
      <div className="row between row-wrap gap-below-4">
        <h2 className="h-block" id="pledges">
          {t('pledges:title')}
        </h2>
        <Link to="/desk/$org/pledges" params={{ org }}>
          {t('pledges:desk.toAll')}
        </Link>
      </div>
      {live.length === 0 ? (
        <p className="small muted">{t('pledges:desk.none')}</p>
      ) : (
        <dl className="strip">
          {(['arrived', 'due', 'free'] as const).map((of) => (
            <div key={of}>
              <dt>{t(`pledges:${of}`)}</dt>
              <dd>{sum(of)}</dd>
            </div>
          ))}
        </dl>
      )}
      {due.slice(0, SHOWN).map((transfer) => (
        <PledgeTransferCard key={transfer.id} transfer={transfer} />
      ))}
    </section>
  );
}
