import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import { CASE_KEYS } from './case-keys.js';

/** Every key of the queue: none acts while the switch is off. */
const KEYS: readonly (readonly [word: string, keys: readonly string[]])[] = [
  ['go', ['J', 'K']],
  ['decide', Object.values(CASE_KEYS)],
  ['ready', ['1 … 9']],
  ['send', ['Ctrl Enter']],
  ['undo', ['Z']],
];

export function KeysLine({ keys, onSwitch }: { keys: boolean; onSwitch: () => void }): ReactNode {
  return (
    <p className="row row-wrap small muted only-wide keys-line">
      {keys ? (
        KEYS.map(([word, all]) => (
          <span key={word}>
            {all.map((one) => (
              <span key={one} className="kbd">
                {one}
              </span>
            ))}{' '}
            {t(`moderation:key.${word}`)}
          </span>
        ))
      ) : (
        <span>{t('moderation:keysOff')}</span>
      )}
      <button type="button" className="btn btn-plain btn-dense" aria-pressed={keys} onClick={onSwitch}>
        {t('moderation:keysSwitch')}
      </button>
    </p>
  );
}
