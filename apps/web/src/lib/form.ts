/** A slow phone shows the errors some frames after the answer came; later marks are of what is being typed. */
const PATIENCE_MS = 1_000;

/** What stands in a field now, also where it was typed before the page was taken over; undefined: nothing. */
export function wordsIn(form: HTMLFormElement, field: string): string | undefined {
  const value = new FormData(form).get(field);
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** After a refused form: the first field with an error gets the focus, so that its message is read out. */
export function focusFirstError(form: HTMLElement | null): void {
  if (!form) return;
  const focus = (): boolean => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    return field !== null;
  };
  requestAnimationFrame(() => {
    if (focus()) return;
    const marks = new MutationObserver(() => focus() && marks.disconnect());
    marks.observe(form, { subtree: true, childList: true, attributeFilter: ['aria-invalid'] });
    setTimeout(() => marks.disconnect(), PATIENCE_MS);
  });
}
