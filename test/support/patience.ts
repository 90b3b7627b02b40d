/** Milliseconds for storage on a busy machine: where the widget's own second is not the matter, it must not decide. */
export const patience = 15_000;
