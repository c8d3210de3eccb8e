import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { vouchFor, type Organization } from '../api/organizations.js';

/** An official of the place says whether a group without papers is known there, or takes that word back. Shown only to those who may. */
export function Vouching({ organization }: { organization: Organization }): ReactNode {
  const zone = useZone();
  const [reason, setReason] = useState('');
  const action = useAction(vouchFor, { refresh: ['organization'], onDone: () => setReason('') });
  const say = (outcome: 'vouch' | 'decline') => () =>
    void action.run({ org: organization.id, outcome, reason: reason.trim() || undefined });
  const { vouchedAt, vouchedBy } = organization;
  const title = t(`organizations:vouch.${vouchedAt ? 'given' : 'title'}`);
  return (
    <section className="sheet pad-l stack" aria-label={title}>
      <h2 className="h-block">{title}</h2>
      {vouchedAt && (
        <p>
          {t('organizations:vouch.givenBy', {
            name: vouchedBy || t('organizations:vouch.official'),
            day: day(vouchedAt, zone),
          })}
        </p>
      )}
      <p>{t(`organizations:vouch.${vouchedAt ? 'givenLead' : 'lead'}`)}</p>
      <AreaField
        label={t(`organizations:vouch.${vouchedAt ? 'takeBackReason' : 'reason'}`)}
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.target.value)}
        error={action.error('reason')}
      />
      <p className="row row-wrap">
        {organization.can.includes('vouch') && (
          <Button look="main" busy={action.busy} onClick={say('vouch')}>
            {t('organizations:vouch.yes')}
          </Button>
        )}
        {organization.can.includes('decline') && (
          <Button look="no" busy={action.busy} onClick={say('decline')}>
            {t(`organizations:vouch.${vouchedAt ? 'takeBack' : 'no'}`)}
          </Button>
        )}
      </p>
      <ProblemNotice problem={action.problem} />
    </section>
  );
}
