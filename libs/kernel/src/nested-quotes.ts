/**
 * «ООО «Лес»» becomes «ООО „Лес“», as Russian writes quotation marks within others: names and titles bring their own. Text in which marks do not pair
 * stays as it is. Idempotent.
 */
export function nestedQuotes(text: string): string {
  let depth = 0;
  let paired = true;
  const nested = text.replace(/[«»]/g, (mark) => {
    if (mark === '«') return depth++ === 0 ? mark : '„';
    if (--depth < 0) paired = false;
    return depth === 0 ? mark : '“';
  });
  return paired && depth === 0 ? nested : text;
}
