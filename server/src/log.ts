/** Log lines: JSON for machines in production, short ones for people in development. */
export interface LogEntry {
  level: 'info' | 'warn' | 'error';
  event: string;
  [detail: string]: unknown;
}

export type Log = (entry: LogEntry) => void;

export function createLog(format: 'json' | 'lines', write: (line: string) => void, now = Date.now): Log {
  return ({ level, event, ...details }) => {
    const time = new Date(now()).toISOString();
    if (format === 'json') {
      write(JSON.stringify({ time, level, event, ...details }));
      return;
    }
    const words = Object.entries(details).map(([name, value]) => `${name}=${readable(value)}`);
    const mark = level === 'info' ? '' : `${level.toUpperCase()} `;
    write([`${time.slice(11, 19)} ${mark}${event}`, ...words].join(' '));
  };
}

/**
 * What may be logged of an error: its class, its code and where it happened. Not its message, in
 * which databases and mail servers repeat the values that they were given (SECURITY T31).
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as Error & { code?: unknown };
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(frames[0] && {
      at: frames
        .slice(0, 3)
        .map((frame) => frame.trim().slice(3))
        .join(' < '),
    }),
  };
}

function readable(value: unknown): string {
  return typeof value === 'string' && /^[^\s"]+$/.test(value) ? value : JSON.stringify(value);
}
