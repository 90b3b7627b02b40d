// Runs one command of the test suites: in a process group of its own, with a time limit, ended with all it started.
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const GRACE_MS = 10_000;

/** Process groups under way; a signal ends them all. */
const groups = new Set();

/**
 * @param {string[]} command
 * @param {{ show?: boolean, env?: Record<string, string>, limitMs?: number }} options
 *   `show` passes the output on as it comes; otherwise it is collected.
 * @returns {Promise<{ code: number, output: string, seconds: number }>} `code` is 1 also when time ran out.
 */
export function runCommand([program, ...args], { show = false, env = {}, limitMs = 10 * 60_000 } = {}) {
  const start = performance.now();
  return new Promise((done) => {
    const child = spawn(program, args, {
      // Its own group, so that browsers and databases that it leaves behind can be ended with it.
      detached: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      env: { ...process.env, ...env, PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}` },
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));

    if (child.pid) groups.add(child.pid);
    const limit = setTimeout(() => {
      output += `\nstopped: not done after ${Math.round(limitMs / 1000)} s\n`;
      if (show) console.error(output);
      void endGroup(child.pid);
    }, limitMs);

    const finish = (code) => {
      clearTimeout(limit);
      groups.delete(child.pid);
      signalGroup(child.pid, 'SIGTERM');
      done({ code, output, seconds: (performance.now() - start) / 1000 });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.once('exit', (code) => finish(code ?? 1));
  });
}

/** On Ctrl+C: ends what runs, then lets the caller report what it has. */
export function onInterrupt(report) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await Promise.all([...groups].map(endGroup));
      report();
      process.exit(130);
    });
  }
}

async function endGroup(pid) {
  // Test runners close their browsers on SIGINT; not all do on SIGTERM.
  signalGroup(pid, 'SIGINT');
  const deadline = Date.now() + GRACE_MS;
  while (signalGroup(pid, 0) && Date.now() < deadline) await new Promise((wake) => setTimeout(wake, 100));
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid, signal) {
  try {
    return pid !== undefined && process.kill(-pid, signal);
  } catch {
    return false; // Nobody is left in it.
  }
}
