import { lazy, Suspense, useRef, type ReactNode } from 'react';
import { withWords } from '../../../app/page-words.js';
import { Bones } from '../../../components/states.js';
import { currentLocale } from '../../../lib/locale.js';
import { useNear } from '../../../lib/near.js';
import { t } from '../../../lib/words.js';
import type { GiftTarget } from '../api/gift-orders.js';

const GiveHere = lazy(
  withWords(() => import('./give-here.js').then((module) => ({ default: module.GiveHere })), currentLocale, ['giving']),
);

/** The give box of a page that is no need: it asks the engine, so it comes once scripts run and a reader comes near, into a place of its own. */
export function GiveHereLater({ to }: { to: GiftTarget }): ReactNode {
  const here = useRef<HTMLElement>(null);
  const near = useNear(here);
  const place = (bones: ReactNode): ReactNode => (
    <section className="give give-later by-script" ref={here}>
      <div className="give-part">{bones}</div>
    </section>
  );
  if (!near) return place(<h2 className="h-block">{t('needs:give.money')}</h2>);
  return (
    <Suspense fallback={place(<Bones rows={4} />)}>
      <GiveHere to={to} />
    </Suspense>
  );
}
