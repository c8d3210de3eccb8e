import { getRouteApi, Link, Navigate, useHydrated } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { day, dayTime } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { receiptFile } from '../api/papers.js';
import { useGift, type Gift } from '../api/payments.js';
import { CardPay } from './card-pay.js';
import { useCardReturn } from './card-return.js';
import { CopyLine } from './copy-line.js';
import { GiftOrderSheet } from './gift-order.js';
import { PayDetails } from './pay-details.js';
import { RefundForm } from './refund-form.js';
import { SaveCode } from './save-code.js';

const route = getRouteApi('/gifts/$code');

interface Step {
  what: string;
  when?: string;
  iso?: string;
  note?: string;
  state: 'done' | 'next' | 'end';
}

/** A transfer that was taken back is not one that was not found. */
const fateOf = ({ provider, status, cancelledBy }: Gift): string =>
  provider === 'bank' && status === 'lapsed' && cancelledBy !== null
    ? cancelledBy === 'donor'
      ? 'cancelled'
      : 'cancelledThere'
    : status;

/** What has been, and what comes next, in the region's time: nothing here is said before it is so. */
function stepsOf(gift: Gift, amount: string, ended: string, zone: string | undefined): Step[] {
  const promised: Step = {
    what: t('payments:step.promised', { amount }),
    when: dayTime(gift.createdAt, zone),
    iso: gift.createdAt,
    state: 'done',
  };
  const card = gift.provider === 'stripe';
  const words = card ? 'card.step' : 'step';
  const fate = fateOf(gift);
  // A bank's statement knows the day alone; a cancelling happens here, at its minute.
  const moment = fate.startsWith('cancelled') ? dayTime : day;
  const at = { when: gift.endedAt ? moment(gift.endedAt, zone) : undefined, iso: gift.endedAt ?? undefined };
  if (gift.status !== 'promised')
    return [
      promised,
      {
        what: t(`payments:${words}.${fate}`, { amount: ended }),
        ...at,
        note: t(`payments:${words}.${fate}Note`),
        state: gift.status === 'lapsed' ? 'done' : 'end',
      },
    ];
  return [
    { ...promised, note: gift.held ? t('payments:step.heldNote') : t('payments:step.notHeldNote') },
    gift.chargeAt
      ? {
          what: t('payments:card.step.charge'),
          when: day(gift.chargeAt, zone),
          iso: gift.chargeAt,
          note: t('payments:card.step.chargeNote'),
          state: 'next',
        }
      : {
          what: t(card ? 'payments:card.step.pay' : 'payments:step.pay'),
          when: t('payments:step.until', { day: day(gift.deadline, zone) }),
          iso: gift.deadline,
          note: t(card ? 'payments:card.step.payNote' : 'payments:step.payNote'),
          state: 'next',
        },
    card
      ? { what: t('payments:card.step.seen'), note: t('payments:card.step.seenNote'), state: 'next' }
      : { what: t('payments:step.seen'), note: t('payments:step.seenNote'), state: 'next' },
  ];
}

function Order({ gift, amount }: { gift: Gift; amount: string }): ReactNode {
  const picture = gift.qr && `data:image/svg+xml,${encodeURIComponent(gift.qr.svg)}`;
  return (
    <section className="give give-order" aria-labelledby="order">
      <div className="give-part row row-wrap between row-base">
        <h2 className="h-block" id="order">
          {t('payments:order')}
        </h2>
        <b className="num order-sum">{amount}</b>
      </div>
      <div className="give-part">
        {picture && (
          <div className="qr-order">
            <div className="qr-box">
              <img src={picture} alt={t('payments:qrAlt', { amount })} width={300} height={300} />
            </div>
            <div>
              <p className="strong">{t('payments:scan')}</p>
              <p className="small muted gap-top-2">{t('payments:scanText')}</p>
            </div>
          </div>
        )}
        <div className="gap-top-4">
          <CopyLine label={t('payments:code')} value={gift.code} code />
        </div>
        <p className="row row-wrap gap-top-4 no-print">
          {gift.qr && <SaveCode svg={gift.qr.svg} name={gift.code} />}
          <Button size="dense" className="by-script" onClick={() => window.print()}>
            {t('payments:print')}
          </Button>
        </p>
      </div>
      {gift.payee && gift.purpose && <PayDetails payee={gift.payee} purpose={gift.purpose} open />}
    </section>
  );
}

function GiftSheet({ gift }: { gift: Gift }): ReactNode {
  const amounts = useAmounts();
  const zone = useZone();
  const amount = amounts.say(gift.amount, gift.unit);
  const back = gift.status === 'refunded' && gift.refunded !== null ? amounts.say(gift.refunded, gift.unit) : amount;
  const card = gift.provider === 'stripe';
  const waits = gift.chargeAt !== null && gift.declined === null;
  const title = waits
    ? t('payments:card.head.charge', { amount })
    : t(`payments:${card ? 'card.head' : 'title'}.${fateOf(gift)}`, { amount: back });
  useCardReturn(gift);
  return (
    <div className="wrap gift-page">
      <PageHead title={title} />
      <div className={`split split-long${gift.status === 'promised' && !waits ? ' pay-first' : ''}`}>
        <div className="stack-6">
          <header className="page-head">
            <h1 className="h-page">{title}</h1>
            <p className="lead gap-top-2">
              <Link to="/needs/$id" params={{ id: gift.need }}>
                {typograph(gift.needTitle)}
              </Link>
            </p>
          </header>
          <section className="sheet pad-l" aria-labelledby="thread">
            <h2 className="h-block gap-below-4" id="thread">
              {t(gift.status === 'promised' ? 'payments:thread' : 'payments:threadSoFar')}
            </h2>
            <ol className="thread">
              {stepsOf(gift, amount, back, zone).map((step) => (
                <li key={step.what} className={step.state === 'done' ? '' : `is-${step.state}`}>
                  <span className="dot" aria-hidden="true" />
                  <span className="what">{step.what}</span>
                  {step.when && <time dateTime={step.iso}>{step.when}</time>}
                  {step.note && <span className="note">{step.note}</span>}
                </li>
              ))}
            </ol>
          </section>
          {(gift.status === 'paid' || gift.status === 'refunded') && (
            <section className="sheet pad-l stack-3">
              <p>
                <a className="btn btn-quiet" href={receiptFile(gift.code)} download>
                  {t('papers:receipt')}
                </a>
              </p>
              <p className="hint">{t('papers:receiptHint')}</p>
            </section>
          )}
          <GiftOrderSheet gift={gift} />
          <RefundForm gift={gift} />
          <p className="small">
            <Link to="/organizations/$id/donation-terms" params={{ id: gift.organization }}>
              {t('papers:terms')}
            </Link>{' '}
            <span className="muted">{t('papers:termsNote')}</span>
          </p>
          <p className="small muted row row-top">
            <Icon name="shield" />
            <span>{t('payments:noNames', { code: gift.code })}</span>
          </p>
        </div>
        {waits ? (
          <aside>
            <Notice look="wait">
              <p>{t('payments:card.charged', { day: gift.chargeAt ? day(gift.chargeAt, zone) : '' })}</p>
            </Notice>
          </aside>
        ) : card && gift.status === 'promised' ? (
          <aside>
            <CardPay gift={gift} amount={amount} />
          </aside>
        ) : gift.qr ? (
          <aside>
            <Order gift={gift} amount={amount} />
          </aside>
        ) : (
          <aside>
            <p>
              <Link className="btn btn-main btn-wide" to="/needs" search={{ kind: 'money' }}>
                {t('payments:more')}
              </Link>
            </p>
          </aside>
        )}
      </div>
    </div>
  );
}

/** `/gifts/{code}`: what became of a gift, for the holder of its code; how to pay while it is only promised. */
export function GiftPage(): ReactNode {
  const { code } = route.useParams();
  const query = useGift(code);
  const scripts = useHydrated();
  if ((query.error as Problem | null)?.status === 404)
    return scripts ? <Navigate to="/v/$code" params={{ code }} replace /> : <NotFoundPage />; // there the code stands in the field, to be mended
  if (!query.data)
    return (
      <div className="wrap page-narrow">
        <Loaded query={query} bones={<Bones rows={4} height={90} />}>
          {() => null}
        </Loaded>
      </div>
    );
  return <GiftSheet gift={query.data} />;
}
