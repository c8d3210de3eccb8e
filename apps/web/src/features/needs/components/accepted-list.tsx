import type { ReactNode } from 'react';
import type { Need } from '../../../lib/api-types.js';
import { nameOf, PENDING_NAME, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';

/** Names of things are asked for where some are named. */
function NotNow({ codes }: { codes: readonly string[] }): ReactNode {
  const goods = useCatalogue('goods');
  return (
    <li>{t('things:notNow', { things: codes.map((code) => nameOf(goods.get(code), PENDING_NAME)).join(', ') })}</li>
  );
}

/** What a need takes, before anybody offers it something else. */
export function AcceptedList({ need }: { need: Need }): ReactNode {
  const { takes } = need;
  if (!takes) return null;
  const { conditions, seasons, sizes, notNow } = takes;
  const lines = [
    conditions.length > 0 &&
      t('things:takesConditions', {
        conditions: conditions.map((code) => t(`things:inCondition.${code}`)).join(', '),
      }),
    seasons.length > 0 &&
      t('things:takesSeasons', {
        seasons: seasons.map((code) => t(`things:seasons.${code}`).toLowerCase()).join(', '),
      }),
    sizes.length > 0 && t('things:takesSizes', { sizes: sizes.join(', ') }),
  ].filter(Boolean);
  return (
    <ul className="small gap-top-3" data-accepts>
      {lines.map((line) => (
        <li key={String(line)}>{line}</li>
      ))}
      {notNow.length > 0 && <NotNow codes={notNow} />}
    </ul>
  );
}
