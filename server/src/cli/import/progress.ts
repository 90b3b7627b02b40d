/** How far an import is: a bar for who watches, a line now and then for a log. */
export interface Progress {
  at(bytes: number, rows: number): void;
  /** Takes the bar away. */
  end(): void;
}

export interface Screen {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const redrawMs = 100;
const rowsPerLine = 10_000;
const widest = 40;

export function createProgress(screen: Screen, total: number, now: () => number = Date.now): Progress {
  const startedAt = now();
  let drawnAt = -Infinity;
  let told = 0;

  function draw(bytes: number, rows: number): void {
    if (now() - drawnAt < redrawMs) return;
    drawnAt = now();
    const share = total === 0 ? 1 : Math.min(1, bytes / total);
    const seconds = (now() - startedAt) / 1_000;
    const left = share > 0 ? Math.ceil(seconds / share - seconds) : 0;
    const words = ` ${String(Math.floor(share * 100)).padStart(3)} %  ${rows.toLocaleString('en')} rows  ${left} s left`;
    const width = Math.max(0, Math.min(widest, (screen.columns ?? 80) - words.length - 1));
    const done = Math.round(width * share);
    screen.write(`\r${'█'.repeat(done)}${'░'.repeat(width - done)}${words}\u001b[K`);
  }

  return {
    at(bytes, rows) {
      if (screen.isTTY) return draw(bytes, rows);
      if (rows - told < rowsPerLine) return;
      told = rows - (rows % rowsPerLine);
      screen.write(
        `${rows.toLocaleString('en')} rows, ${Math.floor((100 * bytes) / Math.max(1, total))} %\n`,
      );
    },
    end() {
      if (screen.isTTY) screen.write('\r\u001b[K');
    },
  };
}
