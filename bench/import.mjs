// `npm run bench:import`: brings in 100 and 100,000 customers with bcrypt hashes, then compares what a log-in and
// `GET /me` cost beside them. Two servers on one machine are asked in turn, so that whatever else it does weighs on both.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../server/test/support/free-port.ts';
import { readConfig } from '../server/src/config.ts';
import { serve } from '../server/src/serve.ts';
import { Visitor } from '../test/conformance/visitor.ts';

const sizes = [100, 100_000];
const rounds = 60;
const meanwhile = 5;
/** Cheap, and a vector that was published: what is compared is the database, and bcrypt costs the same at any size. */
const imported = '$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW';
const password = 'U*U';
const program = new URL('../server/src/cli/portal.ts', import.meta.url).pathname;
/** Prints the largest memory that the process ever had, KiB. */
const watcher = `data:text/javascript,process.on('exit',()=>console.error('maxRSS='+process.resourceUsage().maxRSS))`;

const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'));
const sides = [];
try {
  for (const size of sizes) sides.push(await bringIn(size));
  const times = sides.map(() => ({ 'a log-in': [], 'GET /me': [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, side] of sides.entries()) await measure(side, round, times[index]);
  }
  for (const what of ['a log-in', 'GET /me']) {
    const [few, many] = times.map((taken) => median(taken[what]));
    console.log(
      `${what}: ${few.toFixed(1)} ms beside ${sizes[0]} accounts, ${many.toFixed(1)} ms beside ${sizes[1]}: ratio ${(many / few).toFixed(2)}`,
    );
  }
} finally {
  for (const { server } of sides) await server.stop();
  rmSync(folder, { recursive: true });
}

async function bringIn(size) {
  const port = await freePort();
  const env = {
    NODE_ENV: 'development',
    PORTAL_PORT: String(port),
    PORTAL_DATABASE_FILE: join(folder, String(size), 'portal.sqlite'),
  };
  const file = join(folder, `${size}.csv`);
  const csv = createWriteStream(file);
  csv.write('id,email,name,password_hash\n');
  for (let n = 0; n < size; n += 1) csv.write(`${n},ada${n}@example.com,Ada ${n},${imported}\n`);
  csv.end();
  await once(csv, 'finish');
  await run(env, 'business', 'put', 'bench', '--name', 'Bench');
  const startedAt = performance.now();
  const said = await run(env, 'import', file, '--business', 'bench');
  const seconds = (performance.now() - startedAt) / 1_000;
  const memory = Number(/maxRSS=(\d+)/.exec(said)?.[1]) / 1_024;
  console.log(
    `${size} accounts imported in ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MiB of memory at most`,
  );

  const config = readConfig(env);
  if (!config.ok) throw new Error(config.errors.join('\n'));
  const server = await serve(config.config, () => {});
  return { size, server, target: { backend: `${config.config.publicUrl}/bench`, fetch } };
}

/** The first log-in of somebody else each time: it is the one that puts our hash in the place of bcrypt's. */
async function measure({ size, target }, round, times) {
  const visitor = await Visitor.arrive(target);
  await visitor.learnNonce();
  const email = `ada${Math.floor((round * size) / rounds)}@example.com`;
  const startedAt = performance.now();
  const grant = await visitor.signIn(email, password);
  times['a log-in'].push(performance.now() - startedAt);
  for (let read = 0; read < meanwhile; read += 1) {
    const readAt = performance.now();
    await visitor.succeed('readMe', undefined, { accessToken: grant.access_token });
    times['GET /me'].push(performance.now() - readAt);
  }
}

async function run(env, ...args) {
  const child = spawn(process.execPath, ['--import', watcher, program, ...args], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(said);
  return said;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
