/**
 * Identifiers of invented organizations, with right check digits: tax office 2899 and year 99, which do not exist, and a bank
 * (BIK 041012999) that does not either. Algorithms: see the rules of organizations.
 */
export const DEMO_BIK = '041012999';
export const DEMO_CORRESPONDENT = '30101810600000000999';
export const DEMO_BANK = 'Демонстрационный банк, г. Благовещенск';

const digitsOf = (text: string): number[] => [...text].map(Number);

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);
}

/** INN of an organization: office 2899, five digits of number, check digit. */
export function demoInn(number: number): string {
  const body = `2899${String(number).padStart(5, '0')}`;
  return body + String((weighted(digitsOf(body), [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
}

/** OGRN: kind 1, year 99, region 28, seven digits of number, check digit. */
export function demoOgrn(number: number): string {
  const body = `19928${String(number).padStart(7, '0')}`;
  return body + String((Number(body) % 11) % 10);
}

/** KPP: office 2899, reason 01 (a Russian organization), number. It has no check digit. */
export const DEMO_KPP = '289901001';

/** Account 40703 (an NGO's) in the demo bank; the ninth digit is the key of the Central Bank's order 515. */
export function demoAccount(number: number): string {
  const withKey = (key: number): string => `40703810${key}${String(number).padStart(11, '0')}`;
  const digits = digitsOf(DEMO_BIK.slice(-3) + withKey(0));
  const sum = digits.reduce((total, digit, at) => total + ((digit * ([7, 1, 3][at % 3] ?? 0)) % 10), 0);
  return withKey(((sum % 10) * 3) % 10);
}
