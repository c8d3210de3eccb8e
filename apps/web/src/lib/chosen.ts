import { useHydrated } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';

/**
 * Says once more what was chosen in this list. In a task of its own: a choice of this very moment takes the page over in the middle of its events, and its
 * own `change` is still to come. That one is heard unless the list was drawn anew before, and says what it said at first.
 */
function sayAgain(select: HTMLSelectElement): void {
  const { value } = select;
  let heard = false;
  const hear = (): void => {
    heard ||= select.value === value;
  };
  select.addEventListener('change', hear);
  setTimeout(() => {
    select.removeEventListener('change', hear);
    if (heard) return;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** For a page, or a part of one, with selects: what was chosen in them before the page was taken over, when nobody heard of it, they say again. */
export function useChosenBefore<Part extends HTMLElement = HTMLDivElement>(): RefObject<Part | null> {
  const page = useRef<Part>(null);
  const drawn = useRef(!useHydrated()); // by a server, so that its options say what it chose
  useEffect(() => {
    if (!drawn.current) return;
    drawn.current = false;
    for (const select of page.current?.querySelectorAll('select') ?? []) {
      const { options, value } = select;
      if (value !== ([...options].find((option) => option.defaultSelected) ?? options[0])?.value) sayAgain(select);
    }
  }, []);
  return page;
}
