import { useHydrated } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';

/** For a page, or a part of one, with selects: what was chosen in them before the page was taken over, when nobody heard of it, they say again. */
export function useChosenBefore<Part extends HTMLElement = HTMLDivElement>(): RefObject<Part | null> {
  const page = useRef<Part>(null);
  const drawn = useRef(!useHydrated()); // by a server, so that its options say what it chose
  useEffect(() => {
    if (!drawn.current) return;
    drawn.current = false;
    for (const select of page.current?.querySelectorAll('select') ?? []) {
      const { options, value } = select;
      if (value !== ([...options].find((option) => option.defaultSelected) ?? options[0])?.value)
        select.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, []);
  return page;
}
