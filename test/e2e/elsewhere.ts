/** Another website, on an origin of its own, that shows a page in a frame. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Elsewhere {
  url: string;
  stop(): Promise<void>;
}

export async function startElsewhere(framed: string): Promise<Elsewhere> {
  const body = `<!doctype html><title>Win a prize</title>
    <iframe src="${framed}" style="width: 900px; height: 1200px"></iframe>`;
  const server = createServer((_, response) =>
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(body),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
