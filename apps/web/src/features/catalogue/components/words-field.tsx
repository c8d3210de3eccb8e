import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { t } from '../../../lib/words.js';

/** Words in a row, each with its cross, and a field for one more. */
export function WordsField({
  label,
  words,
  before,
  lang,
  onChange,
}: {
  label: string;
  words: readonly string[];
  before: readonly string[];
  lang: 'ru' | 'en';
  onChange: (words: string[]) => void;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const word = typed.trim();
    if (word !== '' && !words.includes(word)) onChange([...words, word]);
    setTyped('');
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <>
      <ul className="words" aria-label={label} lang={lang}>
        {words.map((word) => (
          <li key={word} className={before.includes(word) ? 'word' : 'word is-new'}>
            {word}
            <button
              type="button"
              aria-label={t('catalogue:remove', { word })}
              onClick={() => onChange(words.filter((one) => one !== word))}
            >
              <Icon name="x" />
            </button>
          </li>
        ))}
      </ul>
      <div className="word-add">
        <input
          className="input input-dense"
          lang={lang}
          maxLength={60}
          value={typed}
          aria-label={t('catalogue:oneMore', { label })}
          placeholder={t('catalogue:word')}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKey}
        />
        <Button size="dense" onClick={add}>
          {t('catalogue:addWord')}
        </Button>
      </div>
    </>
  );
}

interface UnitsProps {
  label: string;
  chosen: readonly string[];
  main?: string;
  locked: ReadonlyMap<string, string>;
  choices: readonly { code: string; name: string }[];
  onChange: (units: string[]) => void;
}

/** Units in a row. One that is used has no cross, and the line below says why. */
export function UnitsField({ label, chosen, main, locked, choices, onChange }: UnitsProps): ReactNode {
  const nameOf = (code: string): string => choices.find((one) => one.code === code)?.name ?? code;
  const free = choices.filter(({ code }) => !chosen.includes(code));
  return (
    <>
      <ul className="words" aria-label={label}>
        {chosen.map((code) => (
          <li key={code} className={locked.has(code) || code === main ? 'word is-plain' : 'word'}>
            {nameOf(code)}
            {code === main && <span className="tiny muted">{t('catalogue:mainUnit')}</span>}
            {!locked.has(code) && code !== main && (
              <button
                type="button"
                aria-label={t('catalogue:remove', { word: nameOf(code) })}
                onClick={() => onChange(chosen.filter((one) => one !== code))}
              >
                <Icon name="x" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <div className="word-add">
          <select
            className="input input-dense"
            aria-label={t('catalogue:oneMore', { label })}
            value=""
            onChange={(event) => event.target.value && onChange([...chosen, event.target.value])}
          >
            <option value="">{t('catalogue:addUnit')}</option>
            {free.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {[...locked]
        .filter(([code]) => chosen.includes(code))
        .map(([code, why]) => (
          <p key={code} className="tiny muted">
            {t('catalogue:unitStays', { unit: nameOf(code), why })}
          </p>
        ))}
    </>
  );
}
