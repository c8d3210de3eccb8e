/** The code of a QR picture stands behind the fragment: no server hears it before the button is pressed. */
const inAddress = (): string => /^#code=([0-9A-Za-z]{1,12})$/.exec(window.location.hash)?.[1] ?? '';
const keyOf = (shift: string): string => `lepta:check-in:${shift}`;

/** The code that was read at the place; it survives the way to the sign-in page and back (this tab only). */
export function codeOf(shift: string): string {
  const code = inAddress();
  try {
    if (code) sessionStorage.setItem(keyOf(shift), code);
    return code || (sessionStorage.getItem(keyOf(shift)) ?? '');
  } catch {
    return code; // storage may be barred; the code is then typed
  }
}

export function forgetCode(shift: string): void {
  try {
    sessionStorage.removeItem(keyOf(shift));
  } catch {
    /* as above */
  }
}
