/** The token of a mail's link stands behind `#` (no server log sees it), sometimes as `#token=` or `?token=`; empty when there is none. */
export function tokenOfAddress(): string {
  const hash = window.location.hash.replace(/^#(token=)?/, '');
  try {
    return decodeURIComponent(hash) || new URLSearchParams(window.location.search).get('token') || '';
  } catch {
    return hash; // a broken %: the server says that the link is not valid
  }
}
