/** The beginning of a text, of at most so many letters: up to the end of a sentence where one ends in time, else of a word. */
export function beginning(text: string, most: number): string {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  const sentence = Math.max(...['. ', '! ', '? '].map((end) => cut.lastIndexOf(end)));
  if (sentence > most / 3) return cut.slice(0, sentence + 1);
  const word = cut.lastIndexOf(' ');
  return `${(word > 0 ? cut.slice(0, word) : cut).replace(/[\s,;:—–-]+$/, '')}…`;
}
