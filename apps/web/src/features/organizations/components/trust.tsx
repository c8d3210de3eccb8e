import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import type { Trust } from '../api/organizations.js';

const HIGHEST = 3;

/** How far it is trusted, in one line. */
export function TrustSeal({ trust }: { trust: Trust }): ReactNode {
  return (
    <span className="seal">
      <Icon name="shield" />
      {t('organization:trust.level', { level: trust.level, highest: HIGHEST })}
    </span>
  );
}

/** What the level stands on; only its own people and moderators get the reasons. */
export function TrustReasons({ trust }: { trust: Trust }): ReactNode {
  const zone = useZone();
  if (!trust.reasons) return null;
  return (
    <section className="sheet pad-l" aria-labelledby="trust">
      <h2 className="h-block" id="trust">
        {t('organization:trust.level', { level: trust.level, highest: HIGHEST })}
      </h2>
      <ul className="verify gap-top-3">
        {trust.reasons.map((reason) => (
          <li key={reason.code}>
            <span className={reason.holds ? 'good' : 'faint'}>
              <Icon name={reason.holds ? 'check' : 'clock'} />
            </span>
            <span>{typograph(reason.sentence)}</span>
          </li>
        ))}
      </ul>
      {trust.fadesAt && (
        <p className="small muted gap-top-3">{t('organization:trust.fades', { day: day(trust.fadesAt, zone) })}</p>
      )}
    </section>
  );
}
