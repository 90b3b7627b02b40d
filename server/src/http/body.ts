/** Reads a request's body: its type, its size, its JSON, its schema, in that order; and what stands behind the `?`. */
import * as v from 'valibot';
import { limits } from '../../../src/contract/limits.ts';
import type { FieldCode, FieldError } from '../../../src/contract/problems.ts';
import { fail, type Result, succeed } from '../domain/result.ts';

export async function readBody<S extends v.GenericSchema>(
  request: Request,
  schema: S,
  largest: number = limits.body,
): Promise<Result<v.InferOutput<S>>> {
  // Anything but JSON could be sent by a form of a foreign page without a preflight (SECURITY T20).
  if (mediaTypeOf(request) !== 'application/json') return fail('unsupported-media-type');
  const text = await readText(request, largest);
  if (text === undefined) return fail('body-too-large');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return fail('malformed-body');
  }
  return parse(schema, body);
}

/** A parameter that comes twice is a list, which no schema takes. */
export function readQuery<S extends v.GenericSchema>({ url }: Request, schema: S): Result<v.InferOutput<S>> {
  const { searchParams } = new URL(url);
  const entries = [...new Set(searchParams.keys())].map((key) => {
    const values = searchParams.getAll(key);
    return [key, values.length === 1 ? values[0] : values] as const;
  });
  return parse(schema, Object.fromEntries(entries));
}

/** Each row by itself: what is wrong with one is its own affair. */
export const parseRows = <S extends v.GenericSchema>(
  schema: S,
  rows: readonly unknown[],
): Result<v.InferOutput<S>>[] => rows.map((row) => parse(schema, row));

function parse<S extends v.GenericSchema>(schema: S, value: unknown): Result<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, value);
  return parsed.success
    ? succeed(parsed.output)
    : fail('invalid-input', { errors: fieldErrors(parsed.issues) });
}

/** Without its parameters; empty where none is named. */
export function mediaTypeOf({ headers }: Request): string {
  const [type = ''] = (headers.get('Content-Type') ?? '').split(';');
  return type.trim().toLowerCase();
}

/** The body, or undefined above the limit: what is beyond is never held in memory. */
export async function readText(request: Request, largest: number = limits.body): Promise<string | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > largest) return undefined;
  // Firefox has no Request.body; there this code only ever serves the page's own mock requests.
  if (!request.body) {
    const text = await request.text();
    return text.length > largest ? undefined : text;
  }
  const decoder = new TextDecoder();
  const reader = request.body.getReader();
  let text = '';
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > largest) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

function fieldErrors(issues: readonly v.BaseIssue<unknown>[]): FieldError[] {
  const errors = issues.map((issue) => ({ pointer: pointerOf(issue), code: codeOf(issue) }));
  // One error a field: the first rule that it breaks.
  return errors.filter(({ pointer }, index) => errors.findIndex((one) => one.pointer === pointer) === index);
}

/** RFC 6901. */
const pointerOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function codeOf(issue: v.BaseIssue<unknown>): FieldCode {
  if (issue.expected === 'never') return 'unknown-field';
  if (issue.received === 'undefined' || issue.type === 'min_length') return 'required';
  return issue.type === 'max_length' ? 'too-long' : 'invalid';
}
