/** What stands around every page, and what a need is called, in one file: packed together these words are smaller. */
export default import.meta.glob<never>('../locales/en/{app,installation,needs}.json', {
  import: 'default',
  eager: true,
});
