/** What the page's console is warned of, instead of the console. */
export function recordWarnings(): { seen: string[]; stop(): string[] } {
  const { warn } = console;
  const seen: string[] = [];
  console.warn = (...args) => void seen.push(args.join(' '));
  return {
    seen,
    stop() {
      console.warn = warn;
      return seen;
    },
  };
}
