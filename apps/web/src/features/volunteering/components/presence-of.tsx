import type { ReactNode } from 'react';
import type { ListedSignUp, Shift } from '../../../lib/api-types.js';
import { dayTime, timeOf } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';

/** When a volunteer came and left, and how anybody knows. Where it is another time than planned the coordinator looks at it alone. */
export function PresenceOf({ signUp, shift }: { signUp: ListedSignUp; shift: Shift }): ReactNode {
  const { checkedInAt, checkedInBy, heardAt, leftAt, stayedText, status } = signUp;
  const at = (moment: string): string => timeOf(moment, shift.timeZone);
  if (!checkedInAt || !checkedInBy || !['checked_in', 'confirmed'].includes(status)) return null;
  if (checkedInBy === 'word')
    return (
      <p className="small muted">
        {t('presence:came.word', { at: dayTime(checkedInAt, shift.timeZone), text: stayedText ?? '' })}
      </p>
    );
  const said = [
    t(`presence:came.${checkedInBy}`, { at: at(checkedInAt) }),
    ...(heardAt ? [t('presence:heard', { at: dayTime(heardAt, shift.timeZone) })] : []),
    ...(leftAt ? [t('presence:left', { at: at(leftAt), text: stayedText ?? '' })] : []),
  ];
  return <p className="small muted">{said.join(' ')}</p>;
}
