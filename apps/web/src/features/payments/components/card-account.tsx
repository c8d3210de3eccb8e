import { useNavigate } from '@tanstack/react-router';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { money } from '../../../lib/money.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useInstallation, useZone } from '../../installation/api/installation.js';
import {
  cardLink,
  lookAtAccount,
  useCardAccount,
  useCardDifferences,
  useCardEntries,
  type CardAccount,
  type CardEntry,
} from '../api/card.js';
import { CardDifferenceLines } from './card-differences.js';

const LOOKS = { none: '', begun: 'wait', checked: 'wait', ready: 'good', stopped: 'wait' } as const;
const COMES = ['payment', 'refund-failed', 'dispute-won', 'payout-failed'];

/** Stripe opens a page of its own in this window, and leads back here. */
function SetUp({ org, account }: { org: string; account: CardAccount }): ReactNode {
  const [country, setCountry] = useState('');
  const action = useAction(cardLink, { onDone: ({ url }: { url: string }) => window.location.assign(url) });
  const fresh = account.can.includes('set-up');
  if (!fresh && !account.can.includes('continue')) return null;
  return (
    <form
      className="stack gap-top-4"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({ org, ...(fresh && country.trim() !== '' ? { country: country.trim().toUpperCase() } : {}) });
      }}
    >
      {fresh && (
        <TextField
          label={t('cardDesk:country')}
          hint={t('cardDesk:countryHint')}
          optional
          maxLength={2}
          autoComplete="off"
          value={country}
          error={action.error('country')}
          onChange={(event) => setCountry(event.target.value)}
        />
      )}
      <ProblemNotice problem={action.general} />
      <p>
        <Button type="submit" look={account.state === 'ready' ? 'quiet' : 'main'} busy={action.busy}>
          {t(fresh ? 'cardDesk:setUp' : account.state === 'ready' ? 'cardDesk:open' : 'cardDesk:continue')}
        </Button>
      </p>
    </form>
  );
}

function Look({ org, account }: { org: string; account: CardAccount }): ReactNode {
  const zone = useZone();
  const action = useAction(lookAtAccount, { refresh: ['card-account', 'gift-providers'] });
  if (!account.can.includes('look')) return null;
  return (
    <p className="row row-wrap gap-top-4">
      <Button size="dense" busy={action.busy} onClick={() => void action.run({ org })}>
        {t('cardDesk:look')}
      </Button>
      {account.lookedAt && (
        <span className="small muted">{t('cardDesk:looked', { when: dayTime(account.lookedAt, zone) })}</span>
      )}
      <ProblemNotice problem={action.problem} />
    </p>
  );
}

function EntryLine({ entry }: { entry: CardEntry }): ReactNode {
  const zone = useZone();
  const sign = COMES.includes(entry.kind) ? '' : '−';
  return (
    <li className="aside-line" data-entry={entry.id}>
      <div>
        <h3 className="h-dense num">
          {sign}
          {money(entry.amount, entry.currency)}
        </h3>
        <p className="small muted">
          {dayTime(entry.at, zone)}
          {entry.gift && (
            <>
              {' · '}
              <Link className="code" to="/gifts/$code" params={{ code: entry.gift }}>
                {entry.gift}
              </Link>
            </>
          )}
        </p>
        {entry.missing > 0 && (
          <p className="small">{t('cardDesk:missing', { amount: money(entry.missing, entry.currency) })}</p>
        )}
      </div>
      <Tag look={entry.missing > 0 ? 'wait' : ''}>{t(`cardDesk:kind.${entry.kind}`)}</Tag>
    </li>
  );
}

function Entries({ org }: { org: string }): ReactNode {
  const pages = useCardEntries(org);
  const shown = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (shown.length === 0) return null;
  return (
    <>
      <h3 className="h-small gap-top-5 gap-below-4">{t('cardDesk:entries')}</h3>
      <ul className="panel">
        {shown.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ul>
      <MorePages pages={pages} />
    </>
  );
}

/** What Stripe and the books differ in, as far as it is the organization's. */
function Differences({ org }: { org: string }): ReactNode {
  const zone = useZone();
  const { data: found } = useCardDifferences(true, org);
  if (!found?.comparedAt || found.items.length === 0) return null;
  return (
    <>
      <h3 className="h-small gap-top-5">{t('cardDesk:differences.title')}</h3>
      <p className="small muted gap-below-4">
        {t('cardDesk:differences.lastOwn', { when: dayTime(found.comparedAt, zone) })}
      </p>
      <CardDifferenceLines items={found.items} />
    </>
  );
}

/** How the organization takes cards, what is missing, and what moved at Stripe. Nothing where cards are not set up. */
export function CardDesk({ org, back }: { org: string; back: boolean }): ReactNode {
  const navigate = useNavigate();
  const cards = useInstallation().data?.takesCards === true;
  const { data: account } = useCardAccount(org, cards);
  const { run } = useAction(lookAtAccount, { refresh: ['card-account'] });
  const asked = useRef(false);
  useEffect(() => {
    if (!back || asked.current) return;
    asked.current = true;
    void run({ org }).then(() => navigate({ to: '/desk/$org/bank', params: { org }, search: {}, replace: true }));
  }, [back, org, run, navigate]);
  if (!cards || !account) return null;
  return (
    <section className="sheet pad-l" aria-labelledby="cards">
      <div className="row between row-wrap">
        <h2 className="h-block" id="cards">
          {t('cardDesk:title')}
        </h2>
        <Tag look={LOOKS[account.state]}>{t(`cardDesk:state.${account.state}`)}</Tag>
      </div>
      <p className="small muted gap-top-2">{t(`cardDesk:lead.${account.state}`)}</p>
      {account.missing.length > 0 && (
        <Notice look="wait">
          <p className="strong">{t('cardDesk:needs')}</p>
          <ul className="list">
            {account.missing.map((one) => (
              <li key={one}>{t(`cardDesk:asks.${one}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {account.state === 'ready' && !account.payouts && <p className="small gap-top-3">{t('cardDesk:noPayouts')}</p>}
      <SetUp org={org} account={account} />
      <Look org={org} account={account} />
      <Differences org={org} />
      <Entries org={org} />
    </section>
  );
}
