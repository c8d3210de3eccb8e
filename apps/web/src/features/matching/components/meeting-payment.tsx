import type { ReactNode } from 'react';
import { CodePicture } from '../../../components/code-picture.js';
import { CopyButton } from '../../../components/copy-button.js';
import { Icon } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { Requisites } from '../../../components/requisites.js';
import { t } from '../../../lib/words.js';
import type { Payment } from '../api/meeting.js';

/** How money is sent while no payment service stands between: a picture for the bank's application, and the details to copy. */
export function MeetingPayment({
  payment,
  amount,
  side,
  gift,
}: {
  payment: Payment;
  amount: string;
  side: 'donor' | 'organization';
  gift: boolean;
}): ReactNode {
  const { account } = payment;
  const rows: [string, string][] = [
    [t('meeting:pay.recipient'), payment.recipient],
    ...(payment.inn ? [[t('meeting:pay.inn'), payment.inn] as [string, string]] : []),
    ...(payment.kpp ? [[t('meeting:pay.kpp'), payment.kpp] as [string, string]] : []),
    [t('meeting:pay.account'), account.number],
    [t('meeting:pay.bank'), account.bankName],
    [t('meeting:pay.bik'), account.bik],
    [t('meeting:pay.correspondent'), account.correspondent],
    [t('meeting:pay.purpose'), payment.purpose],
  ];
  return (
    <section className="ticket" aria-labelledby="pay">
      <div className="ticket-part">
        <h2 className="h-block" id="pay">
          {t(`meeting:pay.title.${side}`, { amount })}
        </h2>
        <div className="qr-l gap-top-4">
          <div className="qr-box">
            <CodePicture text={payment.qr} label={t('meeting:pay.qr')} />
          </div>
          <div>
            <p className="strong">{t('meeting:pay.scan')}</p>
            <p className="small muted gap-top-2">{t('meeting:pay.scanText')}</p>
            <div className="copyline">
              <span className="small muted">{t('meeting:pay.code')}</span>
              <span className="code">{payment.code}</span>
              <CopyButton text={payment.code} label={t('meeting:pay.copy', { what: payment.code })} />
            </div>
            <p className="small muted gap-top-2">{t('meeting:pay.codeText')}</p>
          </div>
        </div>
      </div>
      <div className="ticket-part">
        <Requisites
          rows={rows}
          title={<h3 className="h-small">{t('meeting:pay.details')}</h3>}
          copy={(what) => t('meeting:pay.copy', { what })}
          copyAll={t('meeting:pay.copyAll')}
        />
      </div>
      <div className="ticket-part">
        <Notice>
          <p>{t(gift ? `meeting:pay.giftWord.${side}` : `meeting:pay.word.${side}`)}</p>
        </Notice>
        <p className="small muted gap-top-3 icon-lead">
          <Icon name="shield" small />
          <span>{t('meeting:pay.never')}</span>
        </p>
      </div>
    </section>
  );
}
