import { useHydrated } from '@tanstack/react-router';
import { useState } from 'react';

export interface Clipboard {
  able: boolean;
  state: '' | 'copied' | 'by-hand';
  copy: (text: string) => void;
}

/** Puts a text on the clipboard. A page without https may not: then the text stands where it is, to be selected by hand. */
export function useClipboard(): Clipboard {
  const [state, setState] = useState<Clipboard['state']>('');
  const able = useHydrated() && typeof navigator.clipboard?.writeText === 'function';
  const copy = (text: string): void => {
    if (able)
      navigator.clipboard.writeText(text).then(
        () => setState('copied'),
        () => setState('by-hand'),
      );
    else setState('by-hand');
  };
  return { able, state, copy };
}
