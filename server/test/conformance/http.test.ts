import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { conformanceCases } from '../../../test/conformance/cases.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { createRandom } from '../../src/crypto/random.ts';
import { defaultSettings } from '../../src/domain/business.ts';
import type { CaughtMail } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/open-storage.ts';
import { type RunningServer, serve } from '../../src/serve.ts';
import { freePort } from '../support/free-port.ts';

/** The server as `npm start` runs it: real hash, real worker, its development mailbox. */
describe('conformance: the server over HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-http-'));
  let server: RunningServer;
  let target: Target;

  beforeAll(async () => {
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    const config = configOf({
      NODE_ENV: 'development',
      PORTAL_PORT: String(port),
      PORTAL_PUBLIC_URL: publicUrl,
      PORTAL_DATABASE_FILE: join(folder, 'portal.sqlite'),
    });
    const log = () => {};
    await putBusinesses(config);
    server = await serve(config, log);
    target = {
      backend: `${publicUrl}/many`,
      singleAccountBackend: `${publicUrl}/single`,
      fetch: (request) => fetch(request),
      codeFor: (email, tag) => mailedCode(publicUrl, email, tag),
    };
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  // Not `it.each`: its `$title` is cut off after 40 characters.
  for (const { title, run } of conformanceCases) it(title, () => run(target));
});

function configOf(environment: Record<string, string>): Config {
  const result = readConfig(environment);
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return result.config;
}

async function putBusinesses(config: Config) {
  const storage = await openStorage(config, () => {});
  for (const slug of ['many', 'single']) {
    const settings = { ...defaultSettings, name: 'Test & Sons', allowDuplicateAccounts: slug === 'many' };
    await storage.businesses.put({ id: createRandom().id(), slug, settings });
  }
  await storage.close();
}

/** Reads the mailbox until the mail has come; the worker sends it in its own time. */
async function mailedCode(publicUrl: string, email: string, tag: string): Promise<string> {
  for (;;) {
    const { mails } = (await (await fetch(`${publicUrl}/dev/mail.json`)).json()) as { mails: CaughtMail[] };
    const text = mails.find(({ to, text }) => to === email && text.includes(`request ${tag}:`))?.text;
    const code = /\b\d{6}\b/.exec(text ?? '')?.[0];
    if (code !== undefined) return code;
  }
}
