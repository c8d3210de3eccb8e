import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Field } from './field.js';
import { t } from '../lib/words.js';

export interface Choice {
  value: string;
  label: string;
  note?: string;
  words?: string;
}

export const plain = (text: string): string => text.toLowerCase().replace(/ё/g, 'е');

/** Every word typed must begin or be inside the label, its note or its hidden words; beginnings come first. */
export function matching(choices: readonly Choice[], typed: string, limit = 8): Choice[] {
  const words = plain(typed)
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => (word.length > 5 ? word.slice(0, -2) : word));
  if (words.length === 0) return choices.slice(0, limit);
  const scored = choices.map((choice) => {
    const label = plain(choice.label);
    const all = `${label} ${plain(choice.note ?? '')} ${plain(choice.words ?? '')}`;
    if (!words.every((word) => all.includes(word))) return { choice, score: 0 };
    return {
      choice,
      score: label.startsWith(words[0] ?? '') ? 3 : words.every((word) => label.includes(word)) ? 2 : 1,
    };
  });
  return scored
    .filter((s) => s.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((s) => s.choice);
}

interface Props {
  name?: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  placeholder?: string;
  choices: readonly Choice[];
  value: string;
  typed: string;
  /** What the server understood of the words; stands after what the words themselves name. */
  found?: readonly Choice[];
  onType: (typed: string) => void;
  onChoose: (choice: Choice) => void;
}

/** While it is open: what the words name, then what was found for them, each once. */
function useShown(
  choices: readonly Choice[],
  typed: string,
  found: readonly Choice[] | undefined,
  open: boolean,
): Choice[] {
  return useMemo(() => {
    if (!open) return [];
    const all = [...matching(choices, typed), ...(typed.trim() ? (found ?? []) : [])];
    return [...new Map(all.map((choice) => [choice.value, choice])).values()].slice(0, 8);
  }, [choices, typed, found, open]);
}

interface ListProps {
  id: string;
  label: string;
  shown: readonly Choice[];
  at: number;
  value: string;
  expanded: boolean;
  onChoose: (choice: Choice) => void;
  onAt: (index: number) => void;
}

function List({ id, label, shown, at, value, expanded, onChoose, onAt }: ListProps): ReactNode {
  return (
    <ul id={id} role="listbox" aria-label={label} className="combo-list" hidden={!expanded}>
      {shown.map((choice, index) => (
        // Keys are the field's, which names the row by aria-activedescendant.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={choice.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={choice.value === value}
          className={index === at ? 'is-at' : undefined}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
          onPointerMove={() => onAt(index)}
        >
          <span>{choice.label}</span>
          {choice.note && <span className="tiny muted">{choice.note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A text field with suggestions, after the ARIA pattern "combobox with list": arrows, Enter, Escape, Home and End of the text stay. */
export function Combobox({
  name,
  label,
  hint,
  error,
  placeholder,
  choices,
  value,
  typed,
  found,
  onType,
  onChoose,
}: Props): ReactNode {
  const list = useId();
  const box = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const shown = useShown(choices, typed, found, open);
  const choose = (choice: Choice | undefined): void => {
    if (!choice) return;
    onChoose(choice);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) {
        setOpen(true);
        setAt(0);
        return;
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (shown.length > 0) setAt((now) => (now + step + shown.length) % shown.length);
    } else if (event.key === 'Enter' && open && shown[at]) {
      event.preventDefault();
      choose(shown[at]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    }
  };
  const expanded = open && shown.length > 0;
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="combo">
          <input
            {...wiring}
            ref={box}
            name={name}
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={expanded}
            aria-controls={list}
            aria-activedescendant={expanded ? `${list}-${at}` : undefined}
            placeholder={placeholder}
            value={typed}
            maxLength={200}
            onChange={(event) => {
              onType(event.target.value);
              setOpen(true);
              setAt(0);
            }}
            onFocus={(event) => {
              event.target.select();
            }}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
          <List
            id={list}
            label={label}
            shown={shown}
            at={at}
            value={value}
            expanded={expanded}
            onChoose={choose}
            onAt={setAt}
          />
          <p className="sr" role="status">
            {open && typed ? t('form.found', { count: shown.length }) : ''}
          </p>
        </div>
      )}
    </Field>
  );
}
