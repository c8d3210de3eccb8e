const plain = (words: string): string =>
  words
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();

/** What is offered and how much of it; words that already end with the amount are not told it twice. */
export const titleOf = (name: string, amount: string): string =>
  ` ${plain(name)}`.endsWith(` ${plain(amount)}`) ? name : `${name}, ${amount}`;
