/** The environment, one variable at a time. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one variable at a time and collects what is wrong, so that one start shows every mistake. */
export class Reader {
  readonly errors: string[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** An empty value counts as absent: that is how env files switch a line off. */
  get(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined;
  }

  refuse(sentence: string): undefined {
    this.errors.push(sentence);
    return undefined;
  }
}
