/** What is used of it: the package has no types of its own. */
declare module 'fontkit' {
  /** A font that is read once; pdfkit takes it as it takes a file. */
  export interface Font extends Uint8Array {
    readonly characterSet: readonly number[];
    /** The same object each time; it keeps the character for which it was made first. */
    glyphForCodePoint(code: number): unknown;
  }
  export function create(bytes: Uint8Array): Font;
}
