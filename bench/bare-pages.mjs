// The yardstick for pages: one prepared statement, and the web's own drawing of the page over answers that are already there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * Serves the page of a need as plainly as it can be: no headers, limits, checks or further statements. What else stands on the page is
 * asked of `ours` when the page of that need is drawn for the first time, and kept: both sides draw the same HTML from the same data.
 */
export async function servePages(app, ours, readNeed) {
  const { openPages } = await import(join(BUILT, 'web-server', 'pages.js'));
  const draw = await openPages(
    readFileSync(join(BUILT, 'web', 'index.html'), 'utf8'),
    JSON.parse(readFileSync(join(BUILT, 'web', '.vite', 'manifest.json'), 'utf8')),
  );
  const kept = new Map();
  const send = (address, headers) => {
    if (!kept.has(address)) kept.set(address, ask(ours, address, headers));
    return kept.get(address);
  };
  app.get('/needs/:id', async (request, reply) => {
    if (!(await readNeed(request.params.id))) return reply.code(404).send();
    const { status, html } = await draw({ url: request.url, origin: ours, send });
    return reply.code(status).header('content-type', 'text/html; charset=utf-8').send(html);
  });
}

async function ask(ours, address, headers) {
  const answer = await fetch(ours + address, { headers });
  const value = answer.status === 204 ? undefined : await answer.json();
  return { ok: answer.ok, status: answer.status, headers: answer.headers, json: () => Promise.resolve(value) };
}
