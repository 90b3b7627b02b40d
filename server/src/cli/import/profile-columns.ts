/** Columns that answer what the business asks: by the field's name, of an address by `address.city`. */
import { addressParts, type FieldType } from '../../../../src/contract/profile-fields.ts';
import type { ProfileFieldSettings } from '../../domain/profile-fields.ts';

/** What a cell says for yes and no. */
export const wordsFor = {
  yes: ['true', '1', 'yes', 'y', 't'],
  no: ['false', '0', 'no', 'n', 'f'],
};

export interface Answer {
  field: string;
  type: FieldType;
  /** Of an address. */
  part?: string | undefined;
  /** Both, as the column's name says them. */
  path: string;
}

const prefix = 'profile.';

export function answerIn(
  column: string,
  fields: readonly ProfileFieldSettings[],
  bare: (name: string) => string,
): Answer | undefined {
  const [name = '', part] = (column.startsWith(prefix) ? column.slice(prefix.length) : column).split('.');
  const field =
    fields.find((one) => one.name === name) ?? fields.find((one) => bare(one.name) === bare(name));
  if (!field) return undefined;
  const isAddress = field.type === 'address';
  const known = addressParts.find((one) => part !== undefined && bare(one) === bare(part));
  if (isAddress ? known === undefined : part !== undefined) return undefined;
  return {
    field: field.name,
    type: field.type,
    part: known,
    path: [field.name, known].filter(Boolean).join('.'),
  };
}

/** As the one rule for both sides takes them (src/contract/profile-fields.ts), which says what is wrong with one. */
export function answersFrom(given: readonly { to: Answer; text: string }[]): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const { to, text } of given) {
    answers[to.field] =
      to.part === undefined
        ? valueOf(to.type, text)
        : { ...(answers[to.field] as object | undefined), [to.part]: text };
  }
  return answers;
}

function valueOf(type: FieldType, text: string): unknown {
  const word = text.toLowerCase();
  if (type === 'checkbox') return wordsFor.yes.includes(word) || (wordsFor.no.includes(word) ? false : text);
  if (type === 'multi-select') return text.split(/\s*[|,;]\s*/).filter((one) => one !== '');
  return text;
}
