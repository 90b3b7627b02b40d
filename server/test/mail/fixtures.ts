/** A business, one mail of each template, and a database with the business in it. */
import { type Business, defaultSettings } from '../../src/domain/business.ts';
import type { Mail } from '../../src/domain/mail.ts';
import type { Storage } from '../../src/domain/ports.ts';
import { nodeSqlite } from '../../src/storage/dialects/node-sqlite.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { createStorage } from '../../src/storage/storage.ts';

export const business: Business = {
  id: 'business-1',
  slug: 'hearth',
  settings: { ...defaultSettings, name: 'Hearth & Crumb', accent: '#b4481e' },
};

export function named(name: string): Business {
  return { ...business, settings: { ...business.settings, name } };
}

const code = { code: '048213', tag: 'K7', minutes: 15 };
const notice = { name: 'Ada Lovelace', at: Date.UTC(2026, 10, 22, 9, 5), device: 'Firefox, Windows' };
const envelope = { to: 'ada@example.com', locale: 'en' };

export const mails = {
  'sign-up-code': { ...envelope, template: 'sign-up-code', data: { ...code, name: 'Ada Lovelace' } },
  'already-registered': { ...envelope, template: 'already-registered', data: code },
  'sign-in-code': { ...envelope, template: 'sign-in-code', data: code },
  'no-account': { ...envelope, template: 'no-account', data: { tag: 'K7' } },
  'step-up-code': { ...envelope, template: 'step-up-code', data: code },
  'email-change-code': { ...envelope, template: 'email-change-code', data: code },
  'email-taken': { ...envelope, template: 'email-taken', data: { tag: 'K7' } },
  'password-changed': { ...envelope, template: 'password-changed', data: notice },
  'email-changed': { ...envelope, template: 'email-changed', data: notice },
  'account-deleted': { ...envelope, template: 'account-deleted', data: notice },
  'session-stolen': { ...envelope, template: 'session-stolen', data: notice },
} as const satisfies { [T in Mail['template']]: Extract<Mail, { template: T }> };

export async function openTestStorage(path = ':memory:'): Promise<Storage> {
  const db = nodeSqlite(path);
  await migrate(db);
  const storage = createStorage(db);
  await storage.businesses.put(business);
  return storage;
}
