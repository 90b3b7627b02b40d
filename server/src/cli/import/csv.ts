/** Rows of a CSV file as spreadsheets and databases write it: RFC 4180, but for the delimiter. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type CsvError, parse } from 'csv-parse';
import { type FileRecord, longestRecord } from './records.ts';

const delimiters = [',', ';', '\t', '|'];
/**
 * What is held of one row at most. A larger one ends the import: a quotation mark that is never closed makes the rest of
 * the file one row.
 */
const largestRecord = 8 * 1_048_576;
/** More than any header has. */
const headerBytes = 65_536;

interface Parsed {
  info: { lines: number; bytes: number };
  record: string[];
}

/** The first record is the header; its names come as they are written there. */
export async function* csvRecords(file: string): AsyncGenerator<FileRecord> {
  /** Where the file stops making sense, and after how many records. */
  let end: { fault: string; records: number } | undefined;
  let lines = 0;
  let records = 0;
  let header: string[] | undefined;
  const parser = parse({
    bom: true,
    delimiter: await delimiterOf(file),
    info: true,
    max_record_size: largestRecord,
    relax_column_count: true,
    // A quotation mark within a value is one; only who opens one and never closes it means something else.
    relax_quotes: true,
    skip_empty_lines: true,
    // Without this an error would take along the records that were read and not yet looked at.
    skip_records_with_error: true,
    on_skip(error?: CsvError) {
      end ??= { fault: unclosed, records: Number(error?.['records']) };
      return undefined;
    },
  });
  const source = createReadStream(file);
  source.on('error', (error) => parser.destroy(error));
  for await (const { info, record } of source.pipe(parser) as AsyncIterable<Parsed>) {
    if (end?.records === records) break;
    records += 1;
    lines = info.lines;
    const line = lines - record.join('').split('\n').length + 1;
    const { bytes } = info;
    if (!header) {
      header = record;
    } else if (record.length !== header.length) {
      yield { line, bytes, fault: `it has ${record.length} columns, but the header has ${header.length}` };
    } else if (record.join('').length > longestRecord) {
      yield { line, bytes, fault: `it is longer than ${longestRecord} characters` };
    } else {
      yield { line, bytes, values: new Map(header.map((name, column) => [name, record[column] ?? ''])) };
    }
  }
  if (end) yield { line: lines + 1, bytes: 0, fault: end.fault };
}

const unclosed =
  'here or below a quotation mark is opened and never closed: nothing from this line on was imported';

/** What separates the names of the header: the one that stands there most often, outside quotes. */
async function delimiterOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    const start = buffer.toString('utf8', 0, bytesRead).replaceAll(/"(?:[^"]|"")*"/g, '');
    const [first = ''] = start.replace(/^\s+/, '').split(/[\r\n]/, 1);
    const counts = delimiters.map((delimiter) => first.split(delimiter).length);
    return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
  } finally {
    await handle.close();
  }
}
