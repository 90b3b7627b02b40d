/** Whether a file is UTF-8, before anything of it is imported: most that are not are Latin-1 from end to end. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

const newline = 0x0a;

/** A sentence that says where it is not, or undefined where all of it is. Reads in pieces, whatever the size. */
export async function utf8Fault(file: string): Promise<string | undefined> {
  let lines = 1;
  let offset = 0;
  /** The beginning of a character whose end is in the next piece: three bytes at most. */
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    const whole = bytes.length - unfinished(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return placed(bytes, lines, offset);
    lines += count(bytes.subarray(0, whole));
    offset += whole;
    rest = bytes.subarray(whole);
  }
  return rest.length === 0 ? undefined : placed(rest, lines, offset);
}

function placed(bytes: Buffer, lines: number, offset: number): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  try {
    for (; at < bytes.length; at += 1) decoder.decode(bytes.subarray(at, at + 1), { stream: true });
  } catch {
    // The byte at which it stops making sense; what is wrong begins with the character before it, if that is not whole.
  }
  at -= unfinished(bytes.subarray(0, at));
  const line = lines + count(bytes.subarray(0, at));
  return `it is not UTF-8: line ${line}, byte ${offset + at + 1} of the file. Save it as UTF-8 and try again.`;
}

const count = (bytes: Buffer): number => {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) lines += 1;
  return lines;
};

/** How many bytes at the end begin a character without ending it (RFC 3629, section 3). */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}
