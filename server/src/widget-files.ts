/**
 * The built elements, for the server's own log-in page. Read once: a build that replaces them while the server runs must
 * not mix two versions in one page.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WidgetFiles } from './http/widget-routes.ts';

/** Beside the server, as in the repository and in what is deployed of it. */
export const defaultElementsDir = fileURLToPath(new URL('../../dist', import.meta.url));

/** What `npm run build` has left there; undefined where it has not run. */
export function readWidgetFiles(folder: string): WidgetFiles | undefined {
  if (!existsSync(join(folder, 'portal.js'))) return undefined;
  const chunks = readdirSync(join(folder, 'chunks')).filter((name) => name.endsWith('.js'));
  return new Map(
    ['portal.js', ...chunks.map((name) => `chunks/${name}`)].map((path) => {
      const content = new Uint8Array(readFileSync(join(folder, path)));
      const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
      return [path, { content, etag, isImmutable: path !== 'portal.js' }];
    }),
  );
}
