// `npm start`: builds the widget, then runs the demo site, the portal's backend and its mailbox until Ctrl+C.
// PORTAL_DEMO_PORT, PORTAL_DEMO_APP_PORT, PORTAL_PORT and PORTAL_DATA_DIR change where; a port that is taken gives way to the next free one.
// `npm start -- --built` shows dist/ as it is.
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { createCoursesApp } from '../demo/courses-app/courses-app.ts';
import { renewDemo } from '../server/src/cli/demo.ts';
import { schoolId } from '../server/src/demo/apps.ts';
import { demoPassword, demoPeople } from '../server/src/demo/people.ts';
import { readConfig } from '../server/src/config.ts';
import { createLog } from '../server/src/log.ts';
import { openStorage } from '../server/src/open-storage.ts';
import { serve } from '../server/src/serve.ts';
import { freePort } from './free-port.mjs';
import { createStaticSite } from './static-site.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** What the terminal shows while it runs: mail and trouble. A line for each request would bury them. */
const printed = createLog('lines', (line) => console.log(line));
const log = (entry) => {
  if (entry.level !== 'info' || entry.event === 'mail-sent') printed(entry);
};

// Whatever shell or test runner this starts from: a visitor's build has no development warnings in it.
process.env.NODE_ENV = 'production';
if (!process.argv.includes('--built'))
  await build({ mode: 'production', logLevel: 'warn' }).catch((error) => {
    console.error(`The widget could not be built.\n${error.message}`);
    process.exit(1);
  });

const port = await freePort(wantedPort('PORTAL_PORT', 8787));
const sitePort = await freePort(wantedPort('PORTAL_DEMO_PORT', 8080), [port]);
const schoolPort = await freePort(wantedPort('PORTAL_DEMO_APP_PORT', 8090), [port, sitePort]);
const publicUrl = `http://localhost:${port}`;
const backend = `${publicUrl}/hearth`;

// Nothing else of the environment reaches the server: the demo must not meet someone's real database.
const settings = readConfig({
  NODE_ENV: 'development',
  PORTAL_PORT: String(port),
  PORTAL_PUBLIC_URL: publicUrl,
  PORTAL_DATABASE_FILE: resolve(process.env.PORTAL_DATA_DIR || '.data', 'portal.sqlite'),
});
if (!settings.ok) throw new Error(settings.errors.join('\n'));
const { config } = settings;

const origins = [`http://localhost:${sitePort}`, `http://127.0.0.1:${sitePort}`];
const storage = await openStorage(config, log);
const schoolOrigin = `http://localhost:${schoolPort}`;
const clientSecret = await renewDemo(
  { origin: origins, school: schoolOrigin },
  { storage, config, print: () => {} },
).finally(() => storage.close());

const server = await serve(config, log);
const site = createStaticSite(
  { '/': resolve('demo'), '/portal-elements/': resolve('dist'), '/themes/': resolve('docs/themes') },
  { '%BACKEND%': backend },
);
await once(site.listen(sitePort, '127.0.0.1'), 'listening');
const school = createCoursesApp({
  origin: schoolOrigin,
  issuer: backend,
  clientId: schoolId,
  clientSecret,
});
await once(school.listen(schoolPort, '127.0.0.1'), 'listening');

const mailboxes = Map.groupBy(demoPeople, ({ email }) => email);
const logIns = [...mailboxes]
  .map(([email, people]) => `  ${email}  ${people.map(({ name }) => name).join(', ')}`)
  .join('\n');
console.log(`
Portal Elements is running.

  Demo site  ${origins[0]}
  Its app    ${schoolOrigin}
  Themes     ${origins[0]}/themes.html
  Backend    ${backend}
  Mailbox    ${publicUrl}/dev/mail

Log in on the demo site as one of its customers, with the password "${demoPassword}":
${logIns}
Or sign up: the code arrives in the mailbox. Ctrl+C stops everything.
`);

const [signal] = await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
for (const again of ['SIGINT', 'SIGTERM']) process.once(again, () => process.exit(1));
console.log(`\nStopping (${signal}) …`);
for (const one of [site, school]) {
  one.close();
  one.closeAllConnections();
}
await server.stop();
// Vite leaves worker threads behind that would keep the process alive.
process.exit(0);

function wantedPort(name, fallback) {
  const text = process.env[name] || String(fallback);
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= 65_535) return number;
  console.error(`${name} is "${text}". It must be a whole number from 1 to 65535.`);
  process.exit(1);
}
