import type { ReactNode } from 'react';
import type { Need } from '../../../lib/api-types.js';
import { nameOf, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';

/** What a need takes, before anybody offers it something else. */
export function AcceptedList({ need }: { need: Need }): ReactNode {
  const goods = useCatalogue('goods');
  const { accepts } = need;
  if (!accepts) return null;
  const lines = [
    accepts.conditions.length > 0 &&
      t('needs:things.takesConditions', {
        conditions: accepts.conditions.map((code) => t(`needs:things.inCondition.${code}`)).join(', '),
      }),
    accepts.seasons.length > 0 &&
      t('needs:things.takesSeasons', {
        seasons: accepts.seasons.map((code) => t(`needs:things.seasons.${code}`).toLowerCase()).join(', '),
      }),
    accepts.sizes.length > 0 && t('needs:things.takesSizes', { sizes: accepts.sizes.join(', ') }),
    accepts.notNow.length > 0 &&
      t('needs:things.notNow', { things: accepts.notNow.map((code) => nameOf(goods.get(code), code)).join(', ') }),
  ].filter(Boolean);
  return (
    <ul className="small gap-top-3" data-accepts>
      {lines.map((line) => (
        <li key={String(line)}>{line}</li>
      ))}
    </ul>
  );
}
