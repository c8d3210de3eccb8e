import { useEffect, useRef, type RefObject } from 'react';

/** A slow phone shows the errors some frames after the answer came; later marks are of what is being typed. */
const PATIENCE_MS = 1_000;

/** What stands in a field now, also where it was typed before the page was taken over; undefined: nothing. */
export function wordsIn(form: HTMLFormElement, field: string): string | undefined {
  const value = new FormData(form).get(field);
  return (typeof value === 'string' && value.trim()) || undefined;
}

/**
 * For a field that keeps what is typed by itself, also what was typed before the page was taken over, until the address says something else.
 * @param words what the address says
 */
export function useAddressed(words: string): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  const said = useRef(words);
  useEffect(() => {
    if (said.current === words) return;
    said.current = words;
    if (field.current) field.current.value = words;
  }, [words]);
  return field;
}

/** For a field whose words a page keeps in its state: what was typed before the page was taken over, when nobody heard of it, is taken now. */
export function useTypedBefore(known: string, take: (typed: string) => void): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  const first = useRef({ known, take });
  useEffect(() => {
    const typed = field.current?.value ?? first.current.known;
    if (typed !== first.current.known) first.current.take(typed);
  }, []);
  return field;
}

/** After a refused form: the first field with an error gets the focus, so that its message is read out. */
export function focusFirstError(form: HTMLElement | null): void {
  if (!form) return;
  const focus = (): boolean => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    (field?.matches('fieldset') ? field.querySelector('input') : field)?.focus();
    return field !== null;
  };
  requestAnimationFrame(() => {
    if (focus()) return;
    const marks = new MutationObserver(() => focus() && marks.disconnect());
    marks.observe(form, { subtree: true, childList: true, attributeFilter: ['aria-invalid'] });
    setTimeout(() => marks.disconnect(), PATIENCE_MS);
  });
}
