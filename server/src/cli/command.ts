import type { Config } from '../config.ts';
import type { Storage } from '../domain/ports.ts';

/** What a command works with; how it got there is the command line's business. */
export interface CommandContext {
  storage: Storage;
  config: Config;
  print(line: string): void;
}

export type Command = (args: string[], context: CommandContext) => Promise<void>;
