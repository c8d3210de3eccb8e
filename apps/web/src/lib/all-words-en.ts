export default import.meta.glob<never>('../locales/en/*.json', { import: 'default', eager: true });
