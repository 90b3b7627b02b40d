/** The operator's mistake: shown as a sentence, without a stack. */
export class UsageError extends Error {}
