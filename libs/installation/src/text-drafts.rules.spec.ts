import { privacyDraft, rulesDraft } from './text-drafts.rules.js';

const operator = {
  name: 'Администрация города',
  inn: '2801000000',
  address: 'ул. Примерная, 1',
  email: 'data@example.org',
  phone: '+7 4162 00-00-00',
};
const DRAFTS = [
  ['privacy', privacyDraft],
  ['rules', rulesDraft],
] as const;

test.each(DRAFTS)('the draft of %s has the same headings in both languages, each with words below it', (_, draft) => {
  const { ru, en } = draft(operator);
  const sections = (text: string): string[] => text.split(/^# /m).slice(1);
  expect(sections(ru)).toHaveLength(sections(en).length);
  for (const text of [ru, en]) {
    for (const section of sections(text)) expect(section).toMatch(/^[^\n]+\n\n\S[\s\S]*\S/);
    expect(text).not.toMatch(/undefined|null|\n\n\n|[{}]/);
    expect(text).toContain(operator.name);
    expect(text).toContain(operator.email);
  }
  expect(en.replace(operator.name, '').replace(operator.address, '')).not.toMatch(/[а-яё]/i);
});

test('who answers for the data is said in full; a telephone only where there is one', () => {
  for (const said of [operator.inn, operator.address, operator.phone])
    for (const text of Object.values(privacyDraft(operator))) expect(text).toContain(said);
  for (const text of Object.values(privacyDraft({ ...operator, phone: null })))
    expect(text).not.toMatch(/телефон:|telephone:/);
});

test('the policy names the law, what can be withdrawn, and who takes complaints', () => {
  const { ru, en } = privacyDraft(operator);
  for (const text of [ru, en]) expect(text).toContain('152-');
  expect(ru).toMatch(/отозвать[\s\S]*Роскомнадзор/);
  expect(en).toMatch(/withdraw[\s\S]*Roskomnadzor/);
});
