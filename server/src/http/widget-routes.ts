/** The elements' own files, for the one page of this server that is made of them. */
import { Hono } from 'hono';

/** Where they lie, below the public URL. No business is called so (domain/business.ts). */
export const widgetPath = '/portal-elements/';

export interface WidgetFile {
  content: Uint8Array<ArrayBuffer>;
  /** Of the content. */
  etag: string;
  /** The name changes with the content. */
  isImmutable: boolean;
}

/** By their path below `widgetPath`. */
export type WidgetFiles = ReadonlyMap<string, WidgetFile>;

export function widgetRoutes(files: WidgetFiles): Hono {
  const app = new Hono();
  app.get(`${widgetPath}*`, ({ req }, next) => {
    const file = files.get(req.path.slice(widgetPath.length));
    if (!file) return next();
    const headers = {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: file.etag,
    };
    const isKnown = req.header('If-None-Match') === file.etag;
    return Promise.resolve(
      new Response(isKnown ? null : file.content, { status: isKnown ? 304 : 200, headers }),
    );
  });
  return app;
}
