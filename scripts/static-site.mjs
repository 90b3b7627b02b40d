// The demo business's own web site: plain files on an origin of its own, as a visitor's browser would meet them.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * @param {Record<string, string>} folders URL prefix (with both slashes) → folder; the longest prefix wins
 * @param {Record<string, string>} words what is replaced in HTML files
 */
export function createStaticSite(folders, words) {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);

  return createServer(async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'Only GET.\n');
    const file = locate(request.url ?? '/');
    const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
    if (content === undefined) return answer(response, 404, 'There is no such page.\n');
    const type = types[extname(file)] ?? 'application/octet-stream';
    answer(response, 200, type.startsWith('text/html') ? replaceWords(String(content)) : content, type);
  });

  function locate(url) {
    const { pathname } = new URL(url, 'http://site.invalid');
    const prefix = prefixes.find((candidate) => pathname.startsWith(candidate));
    if (prefix === undefined) return undefined;
    const rest = decoded(pathname.slice(prefix.length));
    if (rest === undefined || rest.includes('\0')) return undefined;
    const file = join(folders[prefix], rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest);
    // An encoded ".." survives the URL parser: nothing outside the folder is a page of this site.
    return file.startsWith(folders[prefix] + sep) ? file : undefined;
  }

  function replaceWords(html) {
    return Object.entries(words).reduce((text, [word, value]) => text.replaceAll(word, value), html);
  }
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function answer(response, status, body, type = 'text/plain; charset=utf-8') {
  // no-cache: a reload after a build must show the new files.
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
