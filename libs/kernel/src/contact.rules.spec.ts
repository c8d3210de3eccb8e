import { CONTACT_LIMITS, readContact } from './contact.rules.js';

test('what is shared is read as it was said, without spaces around it', () => {
  expect(readContact({ name: ' Анна ', phone: '+7 914 000-00-17', note: 'после\nшести' })).toEqual({
    ok: true,
    contact: { name: 'Анна', phone: '+7 914 000-00-17', email: null, note: 'после шести' },
  });
});

test.each([[undefined], [null], [{}], [{ name: ' ', phone: '', email: null }]])(
  'nothing said is nothing shared: %j',
  (said) => {
    expect(readContact(said)).toEqual({ ok: true, contact: null });
  },
);

test.each(['+7 914 000-00-17', '8 (4162) 00-00-17', '20-12-3', '79140000017', '+49 30 901820'])(
  '%s is a phone',
  (phone) => {
    expect(readContact({ phone }).ok).toBe(true);
  },
);

test.each(['позвоните', '1234', '+', '1234567890123456', '+7 914 000-00-17 доб. 5', '<b>12345</b>', '++7914000017'])(
  '%s is no phone',
  (phone) => {
    expect(readContact({ phone })).toEqual({
      ok: false,
      errors: [{ field: 'contact.phone', code: 'form.not-a-phone' }],
    });
  },
);

test('every wrong field is named, under the name of what holds it', () => {
  expect(readContact({ name: 'x'.repeat(CONTACT_LIMITS.name + 1), email: 'at home' }, 'contacts')).toEqual({
    ok: false,
    errors: [
      { field: 'contacts.name', code: 'form.too-long', params: { max: CONTACT_LIMITS.name } },
      { field: 'contacts.email', code: 'form.not-an-email' },
    ],
  });
});
