/**
 * A refusal is a "no" that the user can understand. It is not a bug: it is translated, counted and answered as problem+json (RFC 9457).
 * Each lib keeps its refusals in a literal table, `*.refusals.ts`, one line each; sentences are ICU MessageFormat in Russian and English.
 */
export interface RefusalSpec {
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 415 | 417 | 422 | 428 | 429 | 431 | 499 | 503;
  readonly log?: 'debug' | 'info' | 'warn' | 'error';
  readonly ru: string;
  readonly en: string;
}

export type RefusalParams = Readonly<Record<string, string | number | boolean | null>>;

/** What is wrong with one field of a request. `code` is an entry of a refusals table too, so that its sentence is translated. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly params?: RefusalParams;
}

export class Refusal extends Error {
  readonly status: RefusalSpec['status'];
  constructor(
    readonly code: string,
    readonly params: RefusalParams = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(code);
    this.status = refusalSpec(code).status;
  }
}

const known = new Map<string, RefusalSpec>();

/** Registers a table and returns the `refuse` of its lib, which accepts only the table's own codes. */
export function defineRefusals<T extends Record<string, RefusalSpec>>(
  table: T,
): {
  refuse: (code: keyof T & string, params?: RefusalParams) => never;
} {
  for (const [code, spec] of Object.entries(table)) {
    const before = known.get(code);
    if (before && before !== spec) throw new Error(`Refusal ${code} is defined twice`);
    known.set(code, spec);
  }
  return {
    refuse(code, params) {
      throw new Refusal(code, params);
    },
  };
}

export function refusalSpec(code: string): RefusalSpec {
  const spec = known.get(code);
  if (!spec) throw new Error(`Unknown refusal ${code}`);
  return spec;
}

export function allRefusals(): ReadonlyMap<string, RefusalSpec> {
  return known;
}

/** Refuses a form (422) and names every field that is wrong. Does nothing when there are no errors. */
export function refuseForm(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Refusal('form.invalid', { count: errors.length }, errors);
}
