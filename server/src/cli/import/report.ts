/** The rows that were refused: the first of them on the screen, all of them in a file that spreadsheets open. */
import { type FileHandle, open } from 'node:fs/promises';

export interface Report {
  refuse(line: number, name: string, reason: string): Promise<void>;
  /** What to say at the end. */
  lines(): string[];
  close(): Promise<void>;
}

const shown = 20;

export async function createReport(file: string | undefined): Promise<Report> {
  let handle: FileHandle | undefined;
  let refused = 0;
  const first: string[] = [];
  // Names and addresses of customers: for who runs the command alone.
  if (file !== undefined) {
    handle = await open(file, 'w', 0o600);
    await handle.write('\uFEFFline,row,reason\r\n');
  }
  return {
    async refuse(line, name, reason) {
      refused += 1;
      if (refused <= shown) first.push(`  line ${line}${name && ` (${name})`}: ${reason}`);
      await handle?.write(`${[String(line), name, reason].map(cell).join(',')}\r\n`);
    },
    lines() {
      const hidden = refused - first.length;
      if (hidden === 0) return first;
      const where = file === undefined ? 'see them all with --report FILE' : `all are in ${file}`;
      return [...first, `  … and ${hidden.toLocaleString('en')} more: ${where}`];
    },
    close: async () => handle?.close(),
  };
}

/** A cell that begins like a formula would be run by spreadsheets (OWASP, CSV injection). */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
