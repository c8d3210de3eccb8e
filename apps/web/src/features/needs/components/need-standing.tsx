import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useStanding } from '../api/needs.js';

/** Out of 100, as bars are drawn. */
const outOf100 = (millionths: number): number => Math.round(millionths / 10_000);

/** Why the need stands high or low among others: its own parts of every score, in the words of the rule that sorts proposals. */
export function NeedStanding({ id }: { id: string }): ReactNode {
  const { data } = useStanding(id);
  if (!data || data.parts.length === 0) return null;
  return (
    <section aria-labelledby="standing" data-standing>
      <h2 className="h-block" id="standing">
        {t('needs:standing.title')}
      </h2>
      <ul className="why gap-top-3">
        {data.parts.map((part) => (
          <li key={part.part} className={part.value < 350_000 ? 'low' : undefined}>
            <b>{part.name}</b>
            <span className="track" role="img" aria-label={t('needs:standing.outOf', { value: outOf100(part.value) })}>
              <i style={{ width: `${outOf100(part.value)}%` }} />
            </span>
            <span>{typograph(part.sentence)}</span>
          </li>
        ))}
      </ul>
      <p className="small gap-top-3">
        <Link to="/how" hash="first">
          {t('nav.how')}
        </Link>
      </p>
    </section>
  );
}
