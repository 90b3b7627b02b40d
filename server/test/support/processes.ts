/** Real processes on one database: what threads of promises in one process cannot show about SQLite. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Address } from './address.ts';
import type { Task } from './storage-process.ts';

const program = fileURLToPath(new URL('./storage-process.ts', import.meta.url));

/** Starts `count` processes, lets them loose together, and returns what each of them answered. */
export async function inProcesses(
  count: number,
  address: Address,
  task: Task,
  subject: { businessId?: string; email?: string; id?: string } = {},
): Promise<unknown[][]> {
  const children = Array.from({ length: count }, () =>
    fork(
      program,
      [address, task, subject].map((argument) => JSON.stringify(argument)),
      { execArgv: [] },
    ),
  );
  const message = async (child: (typeof children)[number]): Promise<unknown> => {
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the process for "${task}" ended with ${code}`);
    });
    const [received] = (await Promise.race([once(child, 'message'), ended])) as unknown[];
    return received;
  };
  try {
    await Promise.all(children.map(message));
    const answers = children.map(message);
    for (const child of children) child.send('go');
    return (await Promise.all(answers)) as unknown[][];
  } finally {
    for (const child of children) child.kill();
  }
}
