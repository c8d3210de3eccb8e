/** The policy of the pages takes no style that stands in an element: it is given to the element by a sheet, whose digest the policy names. */
export interface Unstyled {
  readonly markup: string;
  readonly sheet: string;
}

const STYLE = / style="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/**
 * Moves the styles of elements, as React writes them, into one sheet. Stronger than the sheets of the site, weaker than what the page's own script
 * sets on an element later, which is how a style of its own stands.
 */
export function withoutInlineStyles(markup: string, within: string): Unstyled {
  const rules = new Map<string, number>();
  const plain = markup.replace(STYLE, (_all, written: string) => {
    const said = written.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
    if (/[{}<>]/.test(said)) return ''; // not one of ours
    const known = rules.get(said) ?? rules.size;
    rules.set(said, known);
    return ` data-s="${known}"`;
  });
  return { markup: plain, sheet: [...rules].map(([said, at]) => `${within} [data-s="${at}"]{${said}}`).join('') };
}
