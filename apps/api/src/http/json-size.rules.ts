/** What a form may hold at most, whatever its fields: far more than any of ours, far less than what keeps a process busy. */
export const JSON_LIMITS = {
  /** Objects and lists within each other. */
  depth: 16,
  /** Values and fields in all. */
  values: 2_000,
  /** Fields of one object. */
  fields: 200,
} as const;

const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Counts what a JSON text would become, before anything is made of it: each character is looked at once, and counting ends with the first limit
 * that is passed. Whether it is JSON at all is the parser's to say.
 */
export function jsonFault(text: string): 'http.too-deep' | 'http.too-many-values' | null {
  const fields: number[] = [];
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        fields.push(0);
        values += 1;
        if (fields.length > JSON_LIMITS.depth) return 'http.too-deep';
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        fields.pop();
        break;
      case COMMA:
        values += 1;
        break;
      case COLON: {
        const inside = (fields.pop() ?? 0) + 1;
        fields.push(inside);
        if (inside > JSON_LIMITS.fields) return 'http.too-many-values';
        break;
      }
    }
    if (values > JSON_LIMITS.values) return 'http.too-many-values';
  }
  return null;
}

/** Where the string that begins at `at` ends. */
function endOfString(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === QUOTE) return next;
    if (code === BACKSLASH) next += 1;
  }
  return text.length;
}
