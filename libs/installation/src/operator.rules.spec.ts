import { changedFields, missingOf, operatorErrors, type Operator } from './operator.rules.js';

const TOWN: Operator = {
  name: 'Администрация города Заречный',
  inn: '2801234561',
  address: 'Заречный, ул. Мира, 1',
  email: 'lepta@example.org',
  phone: null,
};

test.each<[Partial<Operator>, string[]]>([
  [{ inn: '7707083893' }, []],
  [{ inn: '500100732259' }, []],
  [{ inn: '7707083894' }, ['inn installation.wrong-inn']],
  [{ inn: '770708389' }, ['inn installation.wrong-inn']],
  [{ inn: '500100732258' }, ['inn installation.wrong-inn']],
  [{ inn: '7707083893', name: ' ', address: '' }, ['name form.required', 'address form.required']],
])('%j: %j', (changes, errors) => {
  expect(operatorErrors({ ...TOWN, ...changes }).map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
});

test('everything but the phone is needed', () => {
  expect(missingOf(null)).toEqual(['name', 'inn', 'address', 'email']);
  expect(missingOf({ ...TOWN, email: '' })).toEqual(['email']);
  expect(missingOf(TOWN)).toEqual([]);
});

test('the audit log learns which fields changed', () => {
  expect(changedFields(null, TOWN)).toEqual(['name', 'inn', 'address', 'email', 'phone']);
  expect(changedFields(TOWN, { ...TOWN, phone: '+7 000 000-00-00' })).toEqual(['phone']);
});
