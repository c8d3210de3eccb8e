import { useQuery } from '@tanstack/react-query';
import { useHydrated } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Problem, type FieldProblem } from './api.js';
import { currentPath } from './locale.js';

/** Under this name the server says beside a page what came of its form when it was sent without a script. */
export const PLAIN_FORM = ['plain-form'] as const;

type Refused = Pick<Problem, 'status' | 'code' | 'message' | 'retryAfterSeconds'> & {
  readonly fields: readonly FieldProblem[];
};
/** `path`: of the page that has the form. `key`: of the next try, so that two presses are one. `values`: what was typed. */
export interface PlainForm {
  readonly path: string;
  readonly key: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly refused: Refused | null;
}

interface PlainFormOfPage {
  /** For the form element: where a browser without scripts sends it. The browser itself would stop at the first field that is empty: the server names them all. */
  readonly form: { readonly method: 'post'; readonly action: string; readonly noValidate: boolean };
  readonly key: string;
  readonly typed: (field: string) => string | undefined;
  readonly all: (field: string) => readonly string[];
  readonly refused: Problem | null;
}

/** The form of this page as it works without scripts: what was typed when it was refused, and why. */
export function usePlainForm(): PlainFormOfPage {
  const { data } = useQuery<PlainForm>({ queryKey: PLAIN_FORM, enabled: false });
  const path = currentPath();
  const hydrated = useHydrated();
  return useMemo(() => {
    const own = data?.path === path ? data : undefined; // that of another page stands beside it
    const no = own?.refused;
    return {
      form: { method: 'post', action: path, noValidate: !hydrated },
      key: own?.key ?? '',
      typed: (field) => own?.values[field]?.[0],
      all: (field) => own?.values[field] ?? [],
      refused: no ? new Problem(no.status, no.code, no.message, [...no.fields], no.retryAfterSeconds) : null,
    };
  }, [data, path, hydrated]);
}

/** Sent along by a form without a script; the same try carries the same key. */
export const KEY_FIELD = 'key';

/** The names of the fields that do not stand as the server drew them. */
export function changedIn(form: HTMLFormElement): Set<string> {
  const changed = [...form.elements].filter((field) => {
    if (field instanceof HTMLSelectElement)
      return (
        field.selectedIndex !==
        Math.max(
          0,
          [...field.options].findIndex((option) => option.defaultSelected),
        )
      );
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
      return field.checked !== field.defaultChecked;
    return (
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== field.defaultValue
    );
  });
  return new Set(changed.map((field) => (field as HTMLInputElement).name));
}
