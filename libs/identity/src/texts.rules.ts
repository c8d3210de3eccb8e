/** Pages that everybody reads, and what forms ask consent to. */
export const TEXT_PURPOSES = ['privacy', 'rules', 'personal-data', 'news'] as const;
export type TextPurpose = (typeof TEXT_PURPOSES)[number];

/** Consents have wordings of their own from the beginning; policy and rules say who the operator is, so they are published. */
export const MUST_BE_PUBLISHED: readonly TextPurpose[] = ['privacy', 'rules'];

/** What a purpose is asked for in a form. The law requires the first (152-FZ art. 6, 9); the others are a free choice. */
export const CONSENT_PURPOSES: readonly TextPurpose[] = ['personal-data', 'news'];
export const REQUIRED_CONSENTS: readonly TextPurpose[] = ['personal-data'];

/** The version of a text that is published on this day: the date, numbered where one of that day is there already. */
export function nextVersion(day: string, taken: readonly string[]): string {
  if (!taken.includes(day)) return day;
  for (let number = 2; ; number++) if (!taken.includes(`${day}-${number}`)) return `${day}-${number}`;
}

/** Which consents a person is asked for anew: those that the law requires and that they have not given to the wording of now. */
export function consentsToAsk(
  current: readonly { readonly purpose: string; readonly version: string }[],
  given: readonly { readonly purpose: string; readonly version: string }[],
): { purpose: string; version: string }[] {
  return current
    .filter(
      ({ purpose, version }) =>
        (REQUIRED_CONSENTS as readonly string[]).includes(purpose) &&
        !given.some((one) => one.purpose === purpose && one.version === version),
    )
    .map(({ purpose, version }) => ({ purpose, version }));
}
