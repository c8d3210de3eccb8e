import { readFileSync } from 'node:fs';
import { GIVING_FORMS, givesOnly, isInformal, LEGAL_FORMS, legalForm, readForm } from './legal-forms.rules.js';

test.each<[string, boolean, string | null]>([
  ['АНО', true, 'ano'],
  [' ано ', true, 'ano'],
  ['ano', true, 'ano'],
  ['Автономная некоммерческая организация', true, 'ano'],
  ['БФ', true, 'charity-foundation'],
  ['фонд', true, 'foundation'],
  ['Благотворительный Фонд', true, 'charity-foundation'],
  ['РОО', true, 'regional-public-organization'],
  ['МОО', true, 'local-public-organization'],
  ['МБУ', true, 'public-institution'],
  ['ТОС', true, 'neighbourhood-self-government'],
  ['ТОС', false, 'tos'],
  ['tos', true, 'tos'],
  ['neighbourhood-self-government', false, 'neighbourhood-self-government'],
  ['группа', true, 'informal'],
  ['Соседский клуб', false, 'informal'],
  ['ООО', true, 'ooo'],
  ['LLC', true, 'ooo'],
  ['ИП', true, 'ip'],
  ['ФГУП', true, 'state-enterprise'],
  ['союз', true, 'union'],
  ['', true, null],
  ['кружок', true, null],
  ['ООО «Ромашка»', true, null],
])('%p (numbers: %p) is %p', (text, withNumbers, code) => {
  expect(readForm(text, withNumbers)?.code ?? null).toBe(code);
});

test('no name means two forms, but for the two sorts of «ТОС», which numbers tell apart', () => {
  const meanings = new Map<string, Set<string>>();
  for (const { code, nameRu, nameEn, aliases } of LEGAL_FORMS)
    for (const name of [code, nameRu, nameEn, ...aliases])
      meanings.set(name.toLowerCase(), (meanings.get(name.toLowerCase()) ?? new Set()).add(code));
  expect([...meanings].filter(([, codes]) => codes.size > 1).map(([name, codes]) => [name, [...codes].sort()])).toEqual(
    [['тос', ['neighbourhood-self-government', 'tos']]],
  );
});

test('every form is read by its own code and names', () => {
  for (const form of LEGAL_FORMS)
    for (const name of [form.code, form.nameRu, form.nameEn]) expect(readForm(name, !form.informal)).toBe(form);
});

test('the lists of the constraint organizations_numbers are these', () => {
  const text = readFileSync('migrations/1764000000039-offers-that-wait.ts', 'utf8');
  const [, informal, giving] = /organizations_numbers CHECK \(form IN \(([^)]*)\)[\s\S]*?OR form IN \(([^)]*)\)/.exec(
    text,
  )!;
  const codes = (list: string): string[] => [...list.matchAll(/'([^']+)'/g)].map((match) => match[1]!).sort();
  expect(codes(informal!)).toEqual(
    LEGAL_FORMS.filter(({ code }) => isInformal(code))
      .map(({ code }) => code)
      .sort(),
  );
  expect(codes(giving!)).toEqual([...GIVING_FORMS].sort());
});

test('a form gives or receives, and an unknown one is neither without numbers nor a giver', () => {
  for (const { code } of LEGAL_FORMS) expect(givesOnly(code)).toBe(GIVING_FORMS.includes(code));
  expect(LEGAL_FORMS.filter(({ code }) => givesOnly(code) && isInformal(code))).toEqual([]);
  expect([legalForm('nothing'), isInformal('nothing'), givesOnly('nothing')]).toEqual([undefined, false, false]);
  expect(LEGAL_FORMS.filter(({ ofPerson }) => ofPerson).map(({ code }) => code)).toEqual(['ip']);
});
