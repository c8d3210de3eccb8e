import { useEffect, useId, useState, type ReactNode } from 'react';
import { useEscape } from '../../../lib/escape.js';
import { isForOthers } from '../../../lib/keys.js';
import { t } from '../../../lib/words.js';
import { CASE_KEYS, keyOf } from './case-keys.js';
import { FINDINGS } from './hand-over-word.js';

type Keys = readonly (readonly [word: string, keys: readonly string[]])[];
const ALL: Keys = [
  ['go', ['J', 'K']],
  ['find', ['/']],
];
const OWN = ['own', ['T']] as const;
const SENT: Keys = [
  ['send', ['Ctrl Enter']],
  ['leave', ['Esc']],
  ['undo', ['Z']],
];
const LOOK = ['look', ['V']] as const;
const COMPARE = ['compare', ['C']] as const;
const TABLE = ['table', ['?']] as const;
/** Every key that acts on the open case: none does while the switch is off. A hand-over is decided by what was found of it. */
const KEYS: Readonly<Record<'case' | 'need' | 'handOver' | 'appeal', Keys>> = {
  case: [...ALL, ['decide', Object.values(CASE_KEYS)], ['ready', ['1 … 9']], OWN, ...SENT],
  need: [...ALL, ['decide', Object.values(CASE_KEYS)], ['ready', ['1 … 9']], OWN, ['text', ['S']], ...SENT],
  appeal: [...ALL, ['decide', [CASE_KEYS.approve, keyOf('return', 'appeal'), CASE_KEYS.escalate]], OWN, ...SENT],
  handOver: [
    ...ALL,
    ['finding', FINDINGS.map((_, at) => String(at + 1))],
    ['pass', [CASE_KEYS.escalate]],
    OWN,
    ...SENT,
  ],
};

const Key = ({ name }: { name: string }): ReactNode => <span className="kbd">{name}</span>;

interface Props {
  keys: boolean;
  of: keyof typeof KEYS;
  /** Something is closed in the open case. */
  shut: boolean;
  /** It is like another need, and the two can be compared. */
  like: boolean;
  onSwitch: () => void;
}

/** The switch of the keys, and what each does: behind a question mark, on the keyboard too. On a phone there are no keys. */
export function KeysLine({ keys, of, shut, like, onSwitch }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  useEscape(open, () => setOpen(false));
  useEffect(() => {
    if (!keys) return;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '?' || isForOthers(event)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keys]);
  const shown = keys && open;
  return (
    <div className="case-keys small muted push only-wide">
      <p className="row row-wrap">
        {keys ? (
          <>
            <span>
              <Key name="J" /> <Key name="K" /> {t('moderation:key.go')}
            </span>
            <button
              type="button"
              className="btn btn-plain btn-dense"
              aria-expanded={open}
              aria-controls={id}
              aria-keyshortcuts="?"
              onClick={() => setOpen(!open)}
            >
              <span className="kbd" aria-hidden="true">
                ?
              </span>
              {t('moderation:key.all')}
            </button>
          </>
        ) : (
          <span>{t('moderation:keysOff')}</span>
        )}
        <button type="button" className="btn btn-plain btn-dense keys-switch" aria-pressed={keys} onClick={onSwitch}>
          <i aria-hidden="true" />
          {t('moderation:keysSwitch')}
        </button>
      </p>
      <dl id={id} className="keys-box" hidden={!shown} data-keys>
        {[...KEYS[of], ...(shut ? [LOOK] : []), ...(like ? [COMPARE] : []), TABLE].map(([word, all]) => (
          <div key={word}>
            <dt>
              {all.map((one) => (
                <Key key={one} name={one} />
              ))}
            </dt>
            <dd>{t(`moderation:key.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
