import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readProfileFields } from '../domain/read-profile-fields.ts';
import { parsed } from './arguments.ts';
import { businessNamed } from './business.ts';
import type { CommandContext } from './command.ts';
import { UsageError } from './usage-error.ts';

/** The whole list at once: what the file says is what is asked from then on, and the file can be kept with the site. */
export async function putFields(args: string[], { storage, print }: CommandContext): Promise<void> {
  const { positionals } = parsed(() => parseArgs({ args, options: {}, allowPositionals: true }));
  const [slug, file, ...surplus] = positionals;
  if (slug === undefined || file === undefined || surplus.length > 0)
    throw new UsageError('give a SLUG and a FILE, for example: acme fields.json');
  const business = await businessNamed(slug, storage);
  const { languages, profileFields: before } = business.settings;
  const { fields, faults } = readProfileFields(await jsonOf(file), languages);
  const apps = new Set((await storage.apps.all(business.id)).map(({ id }) => id));
  for (const { name, apps: needed = [] } of fields) {
    const unknown = needed.filter((id) => !apps.has(id));
    if (unknown.length > 0)
      faults.push(`field "${name}" names apps that there are not: ${unknown.join(', ')}.`);
  }
  if (faults.length > 0) throw new UsageError(`nothing was changed:\n  ${faults.join('\n  ')}`);
  await storage.businesses.put({ ...business, settings: { ...business.settings, profileFields: fields } });

  const asked = fields.filter(({ required }) => required).length;
  print(`${business.settings.name}: ${fields.length} fields, ${asked} of them required`);
  const kept = new Set(fields.map(({ name }) => name));
  const gone = before.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
  if (gone.length > 0)
    print(
      `  no longer asked: ${gone.join(', ')}. What customers have answered is kept, and is in their export.`,
    );
}

export async function listFields(args: string[], { storage, print }: CommandContext): Promise<void> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true }),
  );
  if (positionals.length !== 1) throw new UsageError('give one SLUG.');
  const { slug, settings } = await businessNamed(positionals[0], storage);
  const { profileFields, languages } = settings;
  if (values.json) {
    // What "fields put" takes.
    print(JSON.stringify(profileFields, null, 2));
    return;
  }
  if (profileFields.length === 0) print(`No field yet. Set some with: portal fields put ${slug} FILE.json`);
  for (const { name, type, label, required, apps, signUp } of profileFields) {
    const needed = required ? `, required${apps ? ` by ${apps.join(', ')}` : ''}` : '';
    print(
      `${name}  ${label[languages[0] ?? 'en'] ?? ''}  ${type}${needed}${signUp ? ', asked at sign-up' : ''}`,
    );
  }
}

async function jsonOf(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`"${file}" cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`"${file}" is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}
