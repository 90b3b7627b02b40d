/** What operators, load balancers and back-end developers read; nothing here belongs to a business. */
import { Hono } from 'hono';
import { openApiDocument } from '../../../src/contract/openapi.ts';
import { problems } from '../../../src/contract/problems.ts';
import type { Storage } from '../domain/ports.ts';

export function operationsRoutes(deps: { publicUrl: string; storage: Storage }): Hono {
  const app = new Hono();
  const document = openApiDocument(deps.publicUrl);

  app.get('/health/live', (context) => context.json({ status: 'live' }));
  app.get('/health/ready', async (context) => {
    const isReady = await deps.storage.ping().then(
      () => true,
      () => false,
    );
    return context.json({ status: isReady ? 'ready' : 'unavailable' }, isReady ? 200 : 503);
  });
  app.get('/openapi.json', (context) => {
    context.header('Access-Control-Allow-Origin', '*');
    return context.json(document);
  });
  // The `type` of every problem points here (RFC 9457 section 3.1.1).
  for (const [code, { status, title }] of Object.entries(problems)) {
    app.get(`/problems/${code}`, (context) => context.json({ code, status, title }));
  }
  return app;
}
