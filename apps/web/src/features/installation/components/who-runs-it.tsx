import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import { useInstallation } from '../api/installation.js';
import { OperatorLine } from './operator-line.js';

/** Goes on after words that lead to whoever runs this site, where no mail leaves: who that is and how to reach them, or that nobody has said so yet. */
export function WhoRunsIt(): ReactNode {
  const installation = useInstallation().data;
  if (!installation || installation.sendsMail) return null;
  const { operator, demo } = installation;
  return (
    <>
      {' '}
      {operator ? (
        <>
          {t('installation:runBy')} <OperatorLine operator={operator} />.
        </>
      ) : (
        t(demo ? 'installation:runByDemo' : 'installation:runByNobody')
      )}
    </>
  );
}
