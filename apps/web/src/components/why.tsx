import type { ReactNode } from 'react';
import type { MatchPart } from '../lib/api-types.js';
import { typograph } from '../lib/typograph.js';
import { t } from '../lib/words.js';

/** Scores are stored as 0..1,000,000 and shown as 0..100. */
export const outOf100 = (millionths: number): number => Math.round(millionths / 10_000);

/** The named parts of a score in bars and words; a part that is absent is left out, never shown as 0. */
export function WhyBars({ parts, dense }: { parts: readonly MatchPart[]; dense?: boolean }): ReactNode {
  return (
    <ul className={`why${dense ? ' why-dense' : ''}`}>
      {parts.map((part) => (
        <li key={part.part} className={part.value < 350_000 ? 'low' : undefined}>
          <b>{t(`matches:part.${part.part}`)}</b>
          <span className="track" role="img" aria-label={t('matches:outOf', { score: outOf100(part.value) })}>
            <i style={{ width: `${outOf100(part.value)}%` }} />
          </span>
          <span>{typograph(part.sentence)}</span>
        </li>
      ))}
    </ul>
  );
}
