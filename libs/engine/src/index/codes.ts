/** Strings as small integers, so that typed arrays can hold them. 0 stands for "none". */
export class Codes {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [''];

  /** The number of a code, given on first sight. */
  of(code: string | null): number {
    if (code === null) return 0;
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    const number = this.texts.push(code) - 1;
    this.numbers.set(code, number);
    return number;
  }

  /** All of them, in the order of their numbers. */
  all(): readonly string[] {
    return this.texts.slice(1);
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }
}
