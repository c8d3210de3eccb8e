import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { usePollMs } from '../../../lib/live-line.js';
import { t } from '../../../lib/words.js';
import type { Meeting } from '../../matching/api/meeting.js';
import { useLegOf } from '../api/deliveries.js';

/** At the door: a driver comes in the giver's place, and it is their code that counts. */
export function LegHint({ meeting }: { meeting: Meeting }): ReactNode {
  const { side, status, need } = meeting;
  const awaited = need.kind === 'goods' && side !== null && (status === 'accepted' || status === 'delivered');
  const leg = useLegOf(meeting.id, awaited, usePollMs()).data?.leg;
  if (!awaited || !leg || !['taken', 'picked_up'].includes(leg.status)) return null;
  const driver = leg.driver?.name ?? t('deliveries:someDriver');
  return (
    <Notice>
      <p>{t(`deliveries:door.${side}`, { driver })}</p>
    </Notice>
  );
}
