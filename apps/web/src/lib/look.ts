/** How a person wants pages to look in this browser, beside what the system says. */
export const LOOKS = {
  size: ['usual', 'large', 'larger'],
  contrast: ['usual', 'more'],
  spacing: ['usual', 'wide'],
} as const;
export type Aspect = keyof typeof LOOKS;
export type Look = { readonly [A in Aspect]: (typeof LOOKS)[A][number] };

export const ASPECTS = Object.keys(LOOKS) as readonly Aspect[];
export const USUAL: Look = { size: 'usual', contrast: 'usual', spacing: 'usual' };
const STORED = 'lepta-look';

/** What was chosen; whatever is not known any more is as usual. */
export function chosenLook(): Look {
  try {
    const kept = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Record<Aspect, string>>;
    return Object.fromEntries(
      ASPECTS.map((aspect) => [
        aspect,
        (LOOKS[aspect] as readonly string[]).includes(kept[aspect] ?? '') ? kept[aspect] : 'usual',
      ]),
    ) as unknown as Look;
  } catch {
    return USUAL; // storage is barred
  }
}

/** Said to the sheets of style on the root element. */
export function wear(look: Look): void {
  for (const aspect of ASPECTS) {
    if (look[aspect] === 'usual') delete document.documentElement.dataset[aspect];
    else document.documentElement.dataset[aspect] = look[aspect];
  }
}

export function choose(look: Look): void {
  wear(look);
  try {
    localStorage.setItem(STORED, JSON.stringify(look));
  } catch {
    /* as above: for this page only */
  }
}
