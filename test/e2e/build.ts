/** The widget is built once for all journeys. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export default async function build(): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/build.mjs', 'production']);
}
