export { askedOf, onlyNew, thingsIn } from './attributes.rules.js';
export { BASE_UNITS } from './base-units.rules.js';
export { catalogueFromFiles, catalogueWithNames } from './catalogue-files.js';
export { refuse as refuseCatalogue } from './catalogue.refusals.js';
export { Catalogue, type CatalogueRows, camelRow } from './catalogue.js';
export { isCode } from './cells.js';
export { type DataFiles, type RegionFiles, readDataFiles, readRegionFiles } from './data-files.js';
export {
  type BeneficiaryGroup,
  type Category,
  type Entry,
  type Item,
  type Place,
  type PlaceKind,
  type Skill,
  type Sphere,
  type Unit,
} from './entries.js';
export { formatAmount, formatDecimal, roublesInFiles, unitInTables } from './format.rules.js';
export { measure, measureAs } from './measure.rules.js';
export { CatalogueNames, type NamedType } from './names.rules.js';
export { sentence } from './refusal-sentence.js';
export {
  type CatalogueData,
  type CatalogueTable,
  DATA_FILES,
  DIMENSIONS,
  type DbRow,
  FLAGS,
  REGION_FILES,
  TABLE_ORDER,
  readCatalogue,
} from './rows.js';
export { NO_SCHEME, type Scheme, readScheme } from './scheme.rules.js';
export { mustStayCold, saysStorage } from './storage.rules.js';
export { DataError } from './tsv.js';
export { type EachRule, eachRules, explainUnit } from './units-explained.rules.js';
export { wordsOf } from './words-of.js';
export {
  type AskedFor,
  WORD_TYPES,
  type WordRow,
  type WordType,
  askedFor,
  likeness,
  otherKeyboard,
  plainWords,
  readWords,
} from './words.rules.js';
