/** No address of ours is nearly as long. */
export const PATH_MAX = 2_000;

/** A name or an address with its port (RFC 3986, 3.2.2), as far as it says whom a request is for. */
const HOST = /^(?:[\w.~!$&'()*+,;=%-]{1,255}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * What is wrong with the address of a request, before it is looked up: characters that are not UTF-8 or not escaped (`bad-address`), and paths
 * that climb, hide a null character or are longer than any of ours, below which a client finds nothing, even where it would read them as a file.
 * @param url as it stands in the first line of the request
 */
export function addressFault(url: string): 'http.bad-address' | 'http.not-found' | null {
  const at = url.indexOf('?');
  const [path, query] = at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
  const plain = decoded(path);
  if (/[^\x21-\x7e]/.test(url) || plain === null || decoded(query) === null) return 'http.bad-address';
  if (path.length > PATH_MAX || /[\0\\]/.test(plain) || plain.split('/').some((part) => part === '.' || part === '..'))
    return 'http.not-found';
  return path.startsWith('/api/') && plain.includes('//') ? 'http.not-found' : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Whether a request says for whom it is, once and so that it can be read (RFC 9112, 3.2). HTTP/1.0 need not say it. */
export function isHostSaid(httpVersion: string, rawHeaders: readonly string[]): boolean {
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  return hosts.length === 0 ? httpVersion === '1.0' : hosts.length === 1 && HOST.test(hosts[0] as string);
}
