// Runs Web Test Runner's pages in WebKitGTK: starts Xvfb and WebKitWebDriver on free ports, stops both.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { webdriverLauncher } from '@web/test-runner-webdriver';

const DRIVER_START_MS = 20_000;

export async function webkitLauncher() {
  const miniBrowser = findMiniBrowser();
  const children = [];
  const home = mkdtempSync(join(tmpdir(), 'portal-webkit-'));
  const stopAll = () => {
    for (const child of children.splice(0)) child.kill('SIGTERM');
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', stopAll);

  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(xvfb);
  const display = await new Promise((resolve, reject) => {
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display`)));
    xvfb.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });

  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      GTK_A11Y: 'none',
    },
  });
  children.push(driver);
  await untilReady(driver, `http://127.0.0.1:${port}/status`);

  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      acceptInsecureCerts: true,
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
    },
  });
  launcher.concurrency = 1;
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (config) => {
    // Tests in frames, which the launcher takes for more than one at a time, get their keys into the first one only.
    await initialize({ ...config, concurrency: 1 });
    launcher.name = 'WebKitGTK';
  };
  const sendKeys = launcher.sendKeys.bind(launcher);
  launcher.sendKeys = async (session, keys) => {
    // Sent together they are held together, like a chord: of "tt" only one t would arrive.
    for (const key of keys) await sendKeys(session, [key]);
  };
  const stop = launcher.stop.bind(launcher);
  launcher.stop = async () => {
    await stop();
    stopAll();
  };
  return launcher;
}

/** Its folder names the machine's architecture and the library's version. */
function findMiniBrowser() {
  for (const folder of readdirSync('/usr/lib')) {
    for (const version of ['4.1', '6.0', '4.0']) {
      const file = `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`;
      if (existsSync(file)) return file;
    }
  }
  throw new Error('WebKitGTK is missing: install webkit2gtk-driver, xvfb and xauth');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilReady(driver, statusUrl) {
  const deadline = Date.now() + DRIVER_START_MS;
  for (;;) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}`);
    try {
      if ((await fetch(statusUrl)).ok) return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await delay(50);
  }
}
