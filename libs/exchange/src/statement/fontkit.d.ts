/** What is used of it: the package has no types of its own. */
declare module 'fontkit' {
  /** A font that is read once; pdfkit takes it as it takes a file. */
  export function create(bytes: Uint8Array): Uint8Array;
}
