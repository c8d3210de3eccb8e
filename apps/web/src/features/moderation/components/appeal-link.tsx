import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { useRefusals, type Refusal } from '../api/appeals.js';

interface Props {
  about: string;
  of: Refusal['subject']['type'];
  /** It stands for itself in a panel. */
  panel?: boolean;
}

/** Under the reason of a refusal: the way to another moderator, or how the appeal stands. Nothing where there is neither. */
export function AppealLink({ about, of, panel = false }: Props): ReactNode {
  const zone = useZone();
  const { data } = useRefusals(about);
  const refusal = data?.items.find(({ subject }) => subject.type === of);
  if (!refusal || (!refusal.appeal && !refusal.can.includes('appeal'))) return null;
  return (
    <p className={panel ? 'panel-body small' : 'small gap-top-2'} data-appeal>
      {refusal.appeal
        ? t(`appeal:state.${refusal.appeal.outcome ?? 'waiting'}`, {
            number: refusal.appeal.number,
            day: day(refusal.appeal.dueAt, zone),
          })
        : t('appeal:until', { day: day(refusal.until, zone) })}{' '}
      <Link to="/appeals/$id" params={{ id: refusal.id }}>
        {t(refusal.appeal ? 'appeal:look' : 'appeal:door')}
      </Link>
    </p>
  );
}
