import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { createRandom } from '../crypto/random.ts';
import { type Business, type BusinessSettings, defaultSettings, isSlug } from '../domain/business.ts';
import { many, one, parsed } from './arguments.ts';
import type { CommandContext } from './command.ts';
import { type SettingsOptions, settingsFrom } from './settings.ts';
import { UsageError } from './usage-error.ts';

const putOptions = {
  name: one,
  origin: many,
  duplicates: one,
  'accounts-per-email': one,
  accent: one,
  logo: one,
  language: many,
  method: many,
  'return-url': many,
  'sign-up': one,
  'after-sign-up': one,
  'password-minimum': one,
  terms: one,
  privacy: one,
  'landing-app': one,
} as const satisfies ParseArgsOptionsConfig & Record<keyof SettingsOptions, typeof one | typeof many>;

export async function putBusiness(args: string[], context: CommandContext): Promise<void> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, options: putOptions, allowPositionals: true }),
  );
  const [slug, ...surplus] = positionals;
  if (slug === undefined || surplus.length > 0)
    throw new UsageError('give one SLUG, for example: business put acme');
  if (!isSlug(slug)) {
    throw new UsageError(
      `"${slug}" cannot be a slug: use 1 to 40 of a-z, 0-9 and "-", and no word that the server uses.`,
    );
  }
  const known = await context.storage.businesses.bySlug(slug);
  if (!known && values.name === undefined) throw new UsageError(`"${slug}" is new: give it a --name.`);
  const base: BusinessSettings = known?.settings ?? { ...defaultSettings, name: '' };
  await put(slug, settingsFrom({ ...values }, base), context);
}

export async function put(
  slug: string,
  settings: BusinessSettings,
  { storage, config, print }: CommandContext,
): Promise<void> {
  // The store keeps the identifier of a business that exists.
  const business = await storage.businesses.put({ id: createRandom().id(), slug, settings });
  print(`${business.settings.name}: ${config.publicUrl}/${business.slug}`);
  print(
    `  sites that may embed it: ${business.settings.origins.join(', ') || 'none yet, add one with --origin'}`,
  );
}

export async function listBusinesses(
  args: string[],
  { storage, config, print }: CommandContext,
): Promise<void> {
  const { values } = parsed(() => parseArgs({ args, options: { json: { type: 'boolean' } } }));
  const businesses = await storage.businesses.all();
  if (values.json) {
    print(JSON.stringify(businesses.map(({ slug, settings }) => ({ slug, ...settings }))));
    return;
  }
  if (businesses.length === 0)
    print('No business yet. Create one with: portal business put SLUG --name TEXT --origin URL');
  for (const { slug, settings } of businesses) {
    print(`${slug}  ${settings.name}  ${config.publicUrl}/${slug}  [${settings.origins.join(' ')}]`);
  }
}

export async function businessNamed(
  slug: string | undefined,
  storage: CommandContext['storage'],
): Promise<Business> {
  const business = slug === undefined ? undefined : await storage.businesses.bySlug(slug);
  if (!business) throw new UsageError(`there is no business "${slug}".`);
  return business;
}
