export { COLUMNS, columnOf, type Table } from './columns.rules.js';
export { openCsv, readCsv, type Cells, type ReadRow } from './csv.reader.js';
export { refuse as refuseExchange } from './exchange.refusals.js';
export { needForm, offerForm } from './forms.rules.js';
export { generate, type GenerateOptions } from './generate.service.js';
export { IMPORT_PEOPLE, importedOrganizationId } from './import.people.js';
export { FileImport, RowRejected, type ImportFiles, type ImportReport } from './import.service.js';
export { needLine, offerLine, type NeedLine, type OfferLine } from './lines.rules.js';
export { rejectedRows, Rejections, sentenceOf, type RejectedRow } from './rejected.js';
