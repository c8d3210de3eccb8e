import fc from 'fast-check';
import {
  accountFault,
  accountWarning,
  bikFault,
  correspondentFault,
  innFault,
  kppFault,
  ogrnFault,
  ogrnipFault,
  personInnFault,
  type IdentifierFault,
} from './identifiers.rules.js';

const figures = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));

type Row = [value: string, fault: IdentifierFault | null];

test.each<Row>([
  ['7707083893', null],
  ['7707083894', 'check-digit'],
  ['2801031100', null],
  ['2801080139', null],
  ['2801000060', null], // remainder 10 becomes 0
  ['0000000000', 'all-zeros'],
  ['2899000017', null],
  ['2899000024', null],
  ['2899000031', null],
  ['7770083893', 'check-digit'], // two neighbours swapped
  ['770708389', 'wrong-length'],
  ['770708389O', 'not-digits'],
  ['７７０７０８３８９３', 'not-digits'], // full-width figures
  ['', 'not-digits'],
])('INN of an organization %s', (inn, fault) => expect(innFault(inn)).toBe(fault));

test.each<Row>([
  ['500100732259', null],
  ['500100732258', 'check-digit'],
  ['500100732249', 'check-digit'],
  ['289900000101', null],
  ['289900000278', null],
  ['000000000000', 'all-zeros'],
  ['7707083893', 'wrong-length'],
])('INN of a person %s', (inn, fault) => expect(personInnFault(inn)).toBe(fault));

test.each<Row>([
  ['1027700132195', null],
  ['1037739010891', null],
  ['1027700132194', 'check-digit'],
  ['1152800000100', null], // remainder 10 becomes 0
  ['1992800000015', null],
  ['1992800000026', null],
  ['1992800000037', null],
  ['0000000000000', 'all-zeros'],
  ['102770013219', 'wrong-length'],
])('OGRN %s', (ogrn, fault) => expect(ogrnFault(ogrn)).toBe(fault));

test.each<Row>([
  ['304500116000157', null],
  ['304500116000156', 'check-digit'],
  ['315280100012380', null], // remainder 10 becomes 0
])('OGRNIP %s', (ogrnip, fault) => expect(ogrnipFault(ogrnip)).toBe(fault));

test.each<Row>([
  ['289901001', null],
  ['7702AB001', null],
  ['28990100', 'wrong-length'],
  ['28990100A', 'wrong-shape'],
  ['2899аб001', 'wrong-shape'],
])('KPP %s', (kpp, fault) => expect(kppFault(kpp)).toBe(fault));

test.each<Row>([
  ['041012999', null],
  ['017003983', null],
  ['944525225', 'wrong-shape'],
  ['04101299', 'wrong-length'],
  ['04101299x', 'not-digits'],
])('BIK %s', (bik, fault) => expect(bikFault(bik)).toBe(fault));

test.each<[name: string, account: string, bik: string, fault: IdentifierFault | null]>([
  ['a client, example of the Bank of Russia', '40602810700000000025', '049805746', null],
  ['client of a settlement centre, example of the Bank of Russia', '40102810100000010001', '049805000', null],
  ['a garden society', '40703810416020000062', '043807330', null],
  ['a demo account', '40703810900000000001', '041012999', null],
  ['two figures swapped', '40703810900000000010', '041012999', 'check-digit'],
  ['the right account at another bank', '40703810900000000001', '041012998', 'check-digit'],
  ['the Treasury, whose key is not checked', '03100643000000018500', '017003983', null],
  ['one place too few', '4070381090000000001', '041012999', 'wrong-length'],
  ['a letter in the wrong place', '4070К810900000000001', '041012999', 'not-digits'],
  ['a letter that stands for nothing', '40703Ж10900000000001', '041012999', 'not-digits'],
])('settlement account: %s', (_name, account, bik, fault) => expect(accountFault(account, bik)).toBe(fault));

test.each<[account: string, bik: string, fault: IdentifierFault | null]>([
  ['30101810800000000746', '049805000', null],
  ['30101810400000000225', '044525225', null],
  ['30101810600000000608', '040813608', null],
  ['30101810500000000653', '044030653', null],
  ['30101810600000000999', '041012999', null],
  ['40102810445370000059', '017003983', null],
  ['40102810745370000024', '017003983', 'check-digit'],
  ['30101810400000000226', '044525225', 'check-digit'],
])('correspondent account %s at %s', (account, bik, fault) => expect(correspondentFault(account, bik)).toBe(fault));

test.each(['АВСЕНКМРТХ', 'ABCEHKMPTX'])(
  'a clearing currency: each letter of %s at the sixth place counts as its number',
  (letters) => {
    fc.assert(
      fc.property(figures(20), fc.integer({ min: 0, max: 9 }), (account, at) => {
        const withSixth = (sixth: string): string => account.slice(0, 5) + sixth + account.slice(6);
        return (
          accountFault(withSixth(letters[at] as string), '041012999') ===
          accountFault(withSixth(String(at)), '041012999')
        );
      }),
    );
  },
);

test('an account of a firm or of a person is unusual for an organization, not wrong', () => {
  expect(['40703810900000000001', '40702810900000000001', '40817810900000000001'].map(accountWarning)).toEqual([
    null,
    'commercial',
    'personal',
  ]);
});

test.each<[name: string, length: number, fault: (text: string) => IdentifierFault | null]>([
  ['INN of an organization', 10, innFault],
  ['OGRN', 13, ogrnFault],
  ['OGRNIP', 15, ogrnipFault],
  ['settlement account', 20, (text) => accountFault(text, '041012999')],
  ['correspondent account', 20, (text) => correspondentFault(text, '041012999')],
])('%s: whatever comes before, exactly one last digit is valid', (_name, length, fault) => {
  fc.assert(
    fc.property(
      figures(length - 1),
      (start) => [...'0123456789'].filter((last) => fault(start + last) === null).length === 1,
    ),
  );
});

test('INN of a person: whatever comes before, exactly one pair of last digits is valid', () => {
  const pairs = Array.from({ length: 100 }, (_, at) => String(at).padStart(2, '0'));
  fc.assert(
    fc.property(figures(10), (start) => pairs.filter((last) => personInnFault(start + last) === null).length === 1),
  );
});
