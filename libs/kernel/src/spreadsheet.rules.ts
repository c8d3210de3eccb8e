/** What a spreadsheet runs as a formula when a cell begins so, with marks of text before it or without. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A cell for people who open the file in a spreadsheet: one that would be run as a formula begins with the mark of a text. */
export function asCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The reverse of `asCell`. */
export function fromCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
