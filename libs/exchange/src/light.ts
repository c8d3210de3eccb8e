// What works on files and in threads, without database and framework: loaded in a few milliseconds. The door is index.ts.
export type { Table } from './columns.js';
export { openCsv } from './csv.reader.js';
export { Meanings, type Meaning } from './meanings.rules.js';
export { rejectedRows, rejectedSentence, Rejections, RowRejected, type RejectedRow } from './rejected.js';
export { readNeedSides, readOfferSides, type SideTaker } from './side.reader.js';
export { strangers } from './sides.rules.js';
