/** A character that nobody writes and that typography leaves alone (private use of Unicode): where it comes out, the words of the moderator stand. */
const PLACE = '\ue000';

export interface Around {
  readonly before: string;
  readonly after: string;
}

/** What stands before and after a reason in the text that a letter makes of it; null where the letter leaves it out. */
export function around(write: (reason: string) => string): Around | null {
  const [before = '', ...after] = write(PLACE).split(PLACE);
  return after.length === 0 ? null : { before, after: after.join('') };
}
