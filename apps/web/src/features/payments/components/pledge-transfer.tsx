import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { removePart, transferContract, transferOrder, type PledgePart, type PledgeTransfer } from '../api/pledges.js';
import { CopyLine } from './copy-line.js';
import { PayDetails } from './pay-details.js';
import { SaveCode } from './save-code.js';

function partNote(part: PledgePart, say: (amount: number) => string, zone: string | undefined): string {
  if (part.removed) return t('pledges:part.removed');
  if (part.status === 'paid')
    return part.came < part.amount
      ? t('pledges:part.cameOf', { came: say(part.came), amount: say(part.amount) })
      : t('pledges:part.came');
  if (part.status !== 'promised') return t('pledges:part.lapsed');
  const since = day(part.waitingSince, zone);
  return part.needLeft > 0
    ? t('pledges:part.part', { left: say(part.needLeft), since })
    : t('pledges:part.whole', { since });
}

function Part({ part, transfer }: { part: PledgePart; transfer: PledgeTransfer }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const say = (amount: number): string => amounts.say(amount, transfer.unit);
  const action = useAction(removePart, { refresh: ['pledges', 'needs'] });
  return (
    <li data-part={part.gift}>
      <Link to="/needs/$id" params={{ id: part.need }}>
        {typograph(part.needTitle)}
      </Link>
      <b className="num">{say(part.amount)}</b>
      <small>
        {partNote(part, say, zone)}
        {part.can.includes('remove') && (
          <>
            {' · '}
            <Button
              size="dense"
              look="plain"
              busy={action.busy}
              aria-label={t('pledges:part.remove', { title: part.needTitle })}
              onClick={() => void action.run({ id: transfer.id, gift: part.gift })}
            >
              {t('pledges:part.removeShort')}
            </Button>
          </>
        )}
      </small>
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

/** When the money is seen, who confirms it, and what to do when it is not. */
function AfterPaying({
  transfer: { organization, organizationName, code, deadline },
}: {
  transfer: PledgeTransfer;
}): ReactNode {
  const zone = useZone();
  return (
    <div className="stack-2 gap-top-4">
      <p className="strong">{t('pledges:afterTitle')}</p>
      <p className="small">{t('pledges:after')}</p>
      <p className="small">
        {t('pledges:afterElse', { code, until: day(deadline, zone) })}{' '}
        <Link to="/organizations/$id" params={{ id: organization }} search={{}}>
          {t('pledges:toOrganization', { name: organizationName })}
        </Link>
      </p>
    </div>
  );
}

/** One transfer to one organization over its many needs: what it covers, how it is paid, what came. */
export function PledgeTransferCard({ transfer }: { transfer: PledgeTransfer }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const { id, code, status, due, came, unit, qr, payee, purpose } = transfer;
  const sum = amounts.say(due > 0 ? due : came, unit);
  const picture = qr && `data:image/svg+xml,${encodeURIComponent(qr.svg)}`;
  return (
    <article className="settle" aria-labelledby={`to-${id}`} data-transfer={code}>
      <div className="settle-head">
        <div>
          <h3 className="h-dense" id={`to-${id}`}>
            {transfer.organizationName}
          </h3>
          <p className="small muted">
            {t(`pledges:status.${status}`, {
              count: transfer.parts.filter((part) => !part.removed).length,
              came: amounts.say(came, unit),
              until: day(transfer.deadline, zone),
            })}
          </p>
        </div>
        <b className="num order-sum">{sum}</b>
      </div>
      <ol>
        {transfer.parts.map((part) => (
          <Part key={part.gift} part={part} transfer={transfer} />
        ))}
      </ol>
      {status !== 'lapsed' && (
        <p className="settle-pay row row-wrap no-print">
          <a className="btn btn-quiet btn-dense" href={transferContract(id)} download>
            <Icon name="down" small />
            {t('pledges:contract')}
          </a>
          {due > 0 && (
            <a className="btn btn-quiet btn-dense" href={transferOrder(id)} download>
              <Icon name="down" small />
              {t('pledges:order')}
            </a>
          )}
          {due > 0 && (
            <span className="small muted" data-order-gaps={transfer.orderGaps.join(' ')}>
              {t(transfer.orderGaps.includes('account') ? 'pledges:orderGaps' : 'pledges:orderNumber')}
            </span>
          )}
        </p>
      )}
      {payee && purpose && (
        <details className="settle-pay">
          <summary className="strong">{t('pledges:pay')}</summary>
          {picture && (
            <div className="qr-order gap-top-4">
              <div className="qr-box">
                <img src={picture} alt={t('payments:qrAlt', { amount: sum })} width={300} height={300} />
              </div>
              <div className="stack-3">
                <p className="small muted">{t('pledges:payText')}</p>
                <p className="row row-wrap no-print">
                  <SaveCode svg={qr.svg} name={code} />
                  <Button size="dense" onClick={() => window.print()}>
                    {t('payments:print')}
                  </Button>
                </p>
              </div>
            </div>
          )}
          <div className="gap-top-4">
            <CopyLine label={t('payments:code')} value={code} code />
          </div>
          <PayDetails payee={payee} purpose={purpose} open />
          <AfterPaying transfer={transfer} />
        </details>
      )}
    </article>
  );
}
