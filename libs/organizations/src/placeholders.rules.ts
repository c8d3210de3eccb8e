/**
 * Numbers for an organization whose own are not known yet: tax office 0000 and region 00, which do not exist, so nobody is meant by them,
 * with right check digits.
 */
const PLACEHOLDERS_MAX = 99_999;

export function placeholderInn(number: number): string {
  const body = `0000${digits(number, 5)}`;
  const sum = [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + String((sum % 11) % 10);
}

export function placeholderOgrn(number: number): string {
  const body = `19900${digits(number, 7)}`;
  return body + String((Number(body) % 11) % 10);
}

function digits(number: number, length: number): string {
  if (!Number.isInteger(number) || number < 1 || number > PLACEHOLDERS_MAX) throw new Error(`No more than ${PLACEHOLDERS_MAX} organizations can be imported without numbers of their own`);
  return String(number).padStart(length, '0');
}
