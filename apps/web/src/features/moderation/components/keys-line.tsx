import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import { CASE_KEYS } from './case-keys.js';
import { FINDINGS } from './hand-over-word.js';

type Keys = readonly (readonly [word: string, keys: readonly string[]])[];
const ALL: Keys = [['go', ['J', 'K']]];
const SENT: Keys = [
  ['send', ['Ctrl Enter']],
  ['undo', ['Z']],
];
/** Every key that acts on the open case: none does while the switch is off. A hand-over is decided by what was found of it. */
const KEYS: Readonly<Record<'case' | 'need' | 'handOver', Keys>> = {
  case: [...ALL, ['decide', Object.values(CASE_KEYS)], ['ready', ['1 … 9']], ...SENT],
  need: [...ALL, ['decide', Object.values(CASE_KEYS)], ['ready', ['1 … 9']], ['text', ['S']], ...SENT],
  handOver: [...ALL, ['finding', FINDINGS.map((_, at) => String(at + 1))], ['pass', [CASE_KEYS.escalate]], ...SENT],
};

export function KeysLine({
  keys,
  of,
  onSwitch,
}: {
  keys: boolean;
  of: keyof typeof KEYS;
  onSwitch: () => void;
}): ReactNode {
  return (
    <p className="row row-wrap small muted only-wide keys-line">
      {keys ? (
        KEYS[of].map(([word, all]) => (
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
