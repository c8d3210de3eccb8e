import type { ReactNode } from 'react';
import { CodeCheckPage } from '../../../components/code-check.js';
import { t } from '../../../lib/words.js';
import { HoursCheckAnswer } from './hours-check-answer.js';

/** `/hours/{code}`: the holder of a certificate of hours asks whether it stands. Names no volunteer. */
export function CheckHoursPage(): ReactNode {
  return <CodeCheckPage title={t('hours:title')} answer={(code) => <HoursCheckAnswer code={code} />} />;
}
