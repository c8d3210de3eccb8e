import { useHydrated } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ASPECTS, choose, chosenLook, LOOKS, USUAL, type Aspect, type Look } from '../lib/look.js';
import { t } from '../lib/words.js';

function Choice({ aspect, look, onChoose }: { aspect: Aspect; look: Look; onChoose: (look: Look) => void }): ReactNode {
  return (
    <div className="look-line">
      <span id={`look-${aspect}`}>{t(`look.${aspect}.title`)}</span>
      <span className="seg seg-dense" role="group" aria-labelledby={`look-${aspect}`}>
        {LOOKS[aspect].map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={look[aspect] === one}
            onClick={() => onChoose({ ...look, [aspect]: one })}
          >
            {t(`look.${aspect}.${one}`)}
          </button>
        ))}
      </span>
    </div>
  );
}

/** Size, contrast and spacing of the text, kept in this browser. At the foot of every page. */
export function DisplayPanel(): ReactNode {
  const hydrated = useHydrated();
  const [taken, setLook] = useState<Look | null>(null);
  const look = taken ?? (hydrated ? chosenLook() : USUAL);
  const take = (next: Look): void => {
    setLook(next);
    choose(next);
  };
  return (
    <details className="look">
      <summary>{t('look.title')}</summary>
      <div className="look-lines">
        {ASPECTS.map((aspect) => (
          <Choice key={aspect} aspect={aspect} look={look} onChoose={take} />
        ))}
      </div>
    </details>
  );
}
