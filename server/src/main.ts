/** The process: its environment, its signals, its exit code. Nothing else reads process.env. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Config, type Environment, readConfig } from './config.ts';
import { createLog, describeError, type Log } from './log.ts';
import { serve } from './serve.ts';

export const environment: Environment = process.env;

/** The configuration, or undefined after telling the operator what is wrong with it. */
export function configOrComplaint(env: Environment): Config | undefined {
  const result = readConfig(env);
  if (result.ok) return result.config;
  console.error(['The portal cannot start:', ...result.errors.map((error) => `  - ${error}`)].join('\n'));
  return undefined;
}

export function logFor({ mode }: Config): Log {
  return createLog(mode === 'production' ? 'json' : 'lines', (line) => console.log(line));
}

/** Serves until SIGTERM or SIGINT. Resolves to the exit code. */
export async function serveUntilSignal(config: Config): Promise<number> {
  const log = logFor(config);
  // Bugs. The state is unknown, so the process ends and its supervisor starts a new one; without
  // these lines Node would print the error's message, which may hold a visitor's data.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log({ level: 'error', event: 'crashed', ...describeError(error) });
      process.exit(1);
    });
  }
  // Listened for from the start: a signal while the server starts stops it as soon as it runs.
  const signalled = nextSignal();
  const server = await serve(config, log);
  log({ level: 'info', event: 'listening', port: server.port, publicUrl: config.publicUrl });
  const signal = await signalled;
  log({ level: 'info', event: 'stopping', signal });
  // A second signal means: now.
  void nextSignal().then(() => process.exit(1));
  await server.stop();
  log({ level: 'info', event: 'stopped' });
  return 0;
}

function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const on = (signal: NodeJS.Signals) => {
      process.off('SIGTERM', on).off('SIGINT', on);
      resolve(signal);
    };
    process.on('SIGTERM', on).on('SIGINT', on);
  });
}

/** Is this module the program, or was it imported by one? */
export function isProgram(moduleUrl: string): boolean {
  const [, script] = process.argv;
  return script !== undefined && realpathSync(script) === fileURLToPath(moduleUrl);
}

/** Runs a program to its end: a failure to start is a sentence, not a stack. */
export async function runProgram(program: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await program();
  } catch (error) {
    console.error(`The portal stopped: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

if (isProgram(import.meta.url)) {
  await runProgram(async () => {
    const config = configOrComplaint(environment);
    return config ? serveUntilSignal(config) : 2;
  });
}
