/** Rows of a JSON file: an array of objects, or an object a line. Cut into objects first, so that no file is too large. */
import { createReadStream } from 'node:fs';
import { type FileRecord, longestRecord } from './records.ts';

export async function* jsonRecords(file: string): AsyncGenerator<FileRecord> {
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 65_536 }) as AsyncIterable<string>;
  let text = '';
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  let line = 1;
  let start = 1;
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += Buffer.byteLength(chunk);
    for (const character of chunk) {
      if (character === '\n') line += 1;
      if (depth === 0) {
        if (character === '{') {
          depth = 1;
          start = line;
          text = '{';
        } else if (!/[\s,[\]\uFEFF]/.test(character)) {
          yield {
            line,
            bytes,
            fault: 'here an object should begin: give an array of objects, or one a line',
          };
          return;
        }
        continue;
      }
      text += text.length <= longestRecord ? character : '';
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (character === '\\') isEscaped = true;
        else if (character === '"') isString = false;
      } else if (character === '"') isString = true;
      else if (character === '{' || character === '[') depth += 1;
      else if (character === '}' || character === ']') depth -= 1;
      if (depth === 0) yield recordOf(text, start, bytes);
    }
  }
  if (depth > 0) yield { line: start, bytes, fault: 'it begins here and never ends' };
}

function recordOf(text: string, line: number, bytes: number): FileRecord {
  if (text.length > longestRecord)
    return { line, bytes, fault: `it is longer than ${longestRecord} characters` };
  try {
    const object = JSON.parse(text) as Record<string, unknown>;
    return {
      line,
      bytes,
      values: new Map(flat(object)),
    };
  } catch {
    return { line, bytes, fault: 'it is not JSON' };
  }
}

/** As a table would say it: what is within a member has a column of its own, `profile.phone`. */
const flat = (object: object, before = ''): [string, string][] =>
  Object.entries(object).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flat(value, `${before}${name}.`)
      : [[before + name, asText(value)]],
  );

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asText).join('|');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
