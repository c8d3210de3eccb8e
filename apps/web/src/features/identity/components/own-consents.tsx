import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { hasWords, t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { giveConsent, useOwnConsents, withdrawConsent, type OwnConsent } from '../api/account.js';
import { useConsentTexts } from '../api/session.js';

const REFRESH = ['own-consents', 'session'];

const nameOf = (purpose: string): string =>
  hasWords(`administration:texts.purpose.${purpose}`) ? t(`administration:texts.purpose.${purpose}`) : purpose;

function ConsentLine({
  consent,
  newest,
  current,
}: {
  consent: OwnConsent;
  newest: boolean;
  current: string | undefined;
}): ReactNode {
  const zone = useZone();
  const withdraw = useAction(withdrawConsent, { refresh: REFRESH });
  const again = useAction(giveConsent, { refresh: REFRESH });
  return (
    <tr data-consent={consent.purpose}>
      <td>
        {consent.purpose === 'personal-data' ? (
          <Link to="/privacy" search={{}}>
            {nameOf(consent.purpose)}
          </Link>
        ) : (
          nameOf(consent.purpose)
        )}
      </td>
      <td className="muted">{consent.version}</td>
      <td className="muted">
        <time dateTime={consent.givenAt}>{day(consent.givenAt, zone)}</time>
      </td>
      <td>
        {consent.withdrawnAt ? (
          <Tag>{t('identity:consents.withdrawn', { day: day(consent.withdrawnAt, zone) })}</Tag>
        ) : (
          <Tag look="good">{t('identity:consents.given')}</Tag>
        )}
      </td>
      <td className="r">
        {consent.withdrawnAt === null &&
          (consent.required ? (
            <span className="tiny muted">{t('identity:consents.required')}</span>
          ) : (
            <Button
              size="dense"
              busy={withdraw.busy}
              aria-label={`${t('identity:consents.withdraw')}: ${nameOf(consent.purpose)}`}
              onClick={() => void withdraw.run(consent.id)}
            >
              {t('identity:consents.withdraw')}
            </Button>
          ))}
        {consent.withdrawnAt !== null && newest && current !== undefined && (
          <Button
            size="dense"
            busy={again.busy}
            aria-label={`${t('identity:consents.again')}: ${nameOf(consent.purpose)}`}
            onClick={() => void again.run({ purpose: consent.purpose, version: current })}
          >
            {t('identity:consents.again')}
          </Button>
        )}
        <ProblemNotice problem={withdraw.problem ?? again.problem} />
      </td>
    </tr>
  );
}

/** What was agreed to, in which wording and when; what was taken back stays on the list with its day. */
export function OwnConsents(): ReactNode {
  const query = useOwnConsents();
  const texts = useConsentTexts();
  return (
    <section className="sec" aria-labelledby="consents">
      <h2 className="h-block" id="consents">
        {t('identity:consents.title')}
      </h2>
      <div className="sheet">
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="pad muted">{t('identity:consents.none')}</p>
            ) : (
              <div className="table-scroll" tabIndex={0} role="group" aria-label={t('identity:consents.title')}>
                <table className="ledger consents-t">
                  <thead>
                    <tr>
                      {(['what', 'version', 'when', 'now'] as const).map((one) => (
                        <th key={one} scope="col">
                          {t(`identity:consents.${one}`)}
                        </th>
                      ))}
                      <th scope="col">
                        <span className="sr">{t('identity:consents.act')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((consent, at) => (
                      <ConsentLine
                        key={consent.id}
                        consent={consent}
                        newest={items.findIndex(({ purpose }) => purpose === consent.purpose) === at}
                        current={texts.data?.find(({ purpose }) => purpose === consent.purpose)?.version}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Loaded>
        <p className="sec-foot small muted">{t('identity:consents.foot')}</p>
      </div>
    </section>
  );
}
