export default import.meta.glob<never>('../locales/ru/*.json', { import: 'default', eager: true });
