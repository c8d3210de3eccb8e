import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { vouchFor, type Organization } from '../api/organizations.js';

/** An official of the place says whether a group without papers is known there. Shown only to those who may. */
export function Vouching({ organization }: { organization: Organization }): ReactNode {
  const [reason, setReason] = useState('');
  const action = useAction(vouchFor, { refresh: ['organization'] });
  const say = (outcome: 'vouch' | 'decline') => () =>
    void action.run({ org: organization.id, outcome, reason: reason.trim() || undefined });
  return (
    <section className="sheet pad-l stack" aria-label={t('organizations:vouch.title')}>
      <h2 className="h-block">{t('organizations:vouch.title')}</h2>
      <p>{t('organizations:vouch.lead')}</p>
      <AreaField
        label={t('organizations:vouch.reason')}
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
            {t('organizations:vouch.no')}
          </Button>
        )}
      </p>
      <ProblemNotice problem={action.problem} />
    </section>
  );
}
