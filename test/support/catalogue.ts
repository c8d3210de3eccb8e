/** The real catalogue without a database: for tests of rules. */
export { catalogueFromFiles, wordsOf } from '#catalogue';
