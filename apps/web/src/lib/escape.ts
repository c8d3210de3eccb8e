import { useEffect } from 'react';

/** While `open`, Escape closes what is open, wherever the focus is; a field that has a use for it itself (a list of suggestions) keeps it by `preventDefault`. */
export function useEscape(open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return;
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [open, close]);
}
