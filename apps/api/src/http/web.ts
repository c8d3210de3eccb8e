import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendDrawn, type DrawnPages } from './drawn-pages.js';
import { refuseHttp } from './http.refusals.js';
import { PLAIN_FORM_LIMIT, PLAIN_FORMS } from './plain-forms.js';

const NOT_BUILT = `<!doctype html>
<html lang="ru"><meta charset="utf-8"><title>Lepta</title>
<h1>Страницы ещё не собраны</h1><p>API работает: <a href="/api/docs">/api/docs</a>. Страницы собирает <code>npm run build</code>.</p>
<h1 lang="en">The pages are not built yet</h1><p lang="en">The API works: <a href="/api/docs">/api/docs</a>. <code>npm run build</code> builds the pages.</p>
</html>
`;

/**
 * The web's files; for every other address outside /api the page that is drawn for a visitor, or `index.html`, which draws it in the browser. Files of `assets/` carry
 * a hash of their content in their name, so they are kept for ever; the page itself is asked for anew. Where a file
 * lies packed beside itself (`.br`, `.gz`: the web's build writes them), that one is sent to clients that take it.
 */
export async function serveWeb(server: FastifyInstance, folder: string, pages: DrawnPages): Promise<void> {
  const root = resolve(folder);
  await server.register(fastifyStatic, {
    root,
    serve: false,
    decorateReply: true,
    index: false,
    redirect: false,
    cacheControl: false,
    dotfiles: 'deny',
    preCompressed: true,
  });
  server.get('/*', async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    if (path === 'api' || path.startsWith('api/')) return refuseHttp('http.not-found');
    if (path !== '' && isFile(root, path)) return send(reply, path);
    if (path.startsWith('assets/')) return refuseHttp('http.not-found'); // an old page asks for a file of a build that is gone
    return show(request, reply);
  });
  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (!existsSync(resolve(root, 'index.html')))
      return reply
        .status(503)
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(NOT_BUILT);
    const single = singleSlashes(request.url);
    if (single !== request.url) return reply.redirect(single, 308);
    const drawn = await pages.draw(request, reply);
    return drawn ? sendDrawn(reply, drawn) : send(reply.header('vary', 'Cookie'), 'index.html');
  };
  for (const route of PLAIN_FORMS) {
    server.get(route, show);
    server.post(route, { bodyLimit: PLAIN_FORM_LIMIT }, async (request, reply) => {
      if (typeof request.body !== 'string') return refuseHttp('http.wrong-content-type');
      return sendDrawn(reply, (await pages.take(request, reply, request.body)) ?? noFormHere(reply));
    });
  }
}

/** One address for a page: routers read a doubled slash differently. Begins with one slash, so it never leads to another host. */
function singleSlashes(url: string): string {
  const [path = '/', ...search] = url.split('?');
  return [path.replace(/\/[/\\]+/g, '/'), ...search].join('?');
}

function noFormHere(reply: FastifyReply): never {
  reply.header('allow', 'GET, HEAD, OPTIONS');
  return refuseHttp('http.method-not-allowed');
}

function send(reply: FastifyReply, path: string): FastifyReply {
  reply.header('cache-control', path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  return reply.sendFile(path);
}

/** A plain name below the root: anything that climbs or hides is not looked for. */
function isFile(root: string, path: string): boolean {
  if (
    path.includes('\0') ||
    path.includes('\\') ||
    path.endsWith('/') ||
    path.split('/').some((part) => part === '' || part.startsWith('.'))
  )
    return false;
  return /\.[a-z0-9]+$/i.test(path) && existsSync(resolve(root, path));
}
