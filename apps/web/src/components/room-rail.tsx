import { useId, useRef, useState, type ReactNode } from 'react';
import { count } from '../lib/amount.js';
import { useEscape } from '../lib/escape.js';
import { Icon } from './marks.js';
import './room.css';

export interface RailGroup {
  key: string;
  title: string;
  items: readonly { key: string; link: ReactNode }[];
}
interface Props {
  label: string;
  groups: readonly RailGroup[];
  /** What the button of a phone says: where one is, and to the ear that it leads to all. */
  here: string;
  all: string;
  /** What waits in all rooms together. */
  waiting?: number;
}

/** The ways to the other pages of a room: beside the work, on a phone behind a button that names where one is. */
export function RoomRail({ label, groups, here, all, waiting = 0 }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEscape(open, () => {
    setOpen(false);
    toggle.current?.focus();
  });
  return (
    // A chosen way closes the list: the click, or Enter, is that of a link in it.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <nav
      className="rail room-rail"
      aria-label={label}
      onClick={(event) => {
        if (!open || !(event.target as Element).closest('a')) return;
        setOpen(false);
        toggle.current?.focus(); // the way to the page on which one is leads nowhere; any other takes the focus on to its page
      }}
    >
      <button
        ref={toggle}
        type="button"
        className="room-toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'x' : 'menu'} />
        <span className="grow">{here}</span>
        {waiting > 0 && (
          <span className="n n-hot" aria-hidden="true">
            {count(waiting)}
          </span>
        )}
        <span className="sr">{all}</span>
      </button>
      <div id={id} className={`room-list${open ? ' is-open' : ''}`}>
        {groups
          .filter(({ items }) => items.length > 0)
          .map(({ key, title, items }) => (
            <div key={key} role="group" aria-labelledby={`${id}-${key}`}>
              <p className="rail-head" id={`${id}-${key}`}>
                {title}
              </p>
              <ul>
                {items.map((item) => (
                  <li key={item.key}>{item.link}</li>
                ))}
              </ul>
            </div>
          ))}
      </div>
    </nav>
  );
}

/** What waits on a page, in figures for the eye and in words for the ear. */
export function RailCount({ n, said, quiet = false }: { n: number; said: string; quiet?: boolean }): ReactNode {
  if (n === 0) return null;
  return (
    <>
      <span className={quiet ? 'n' : 'n n-hot'} aria-hidden="true">
        {count(n)}
      </span>
      <span className="sr">{said}</span>
    </>
  );
}
