/** The operator's command line: `portal COMMAND`. Thin: it reads arguments and calls the stores. */
import { apiScopes } from '../../../src/contract/api-scopes.ts';
import { webhookEvents } from '../../../src/contract/webhook-admin.ts';
import { hubKindNames } from '../../../src/contract/hub-rows.ts';
import type { Environment } from '../config.ts';
import { configOrComplaint, environment, isProgram, logFor, runProgram, serveUntilSignal } from '../main.ts';
import { openStorage } from '../open-storage.ts';
import { deleteAccount, listAccounts, readAccount } from './accounts.ts';
import {
  allowApp,
  badgeApp,
  denyApp,
  disableApp,
  enableApp,
  listApps,
  putApp,
  removeApp,
  whyApp,
} from './app.ts';
import { listBusinesses, putBusiness } from './business.ts';
import type { Command } from './command.ts';
import { putDemo } from './demo.ts';
import { listFields, putFields } from './fields.ts';
import { listHub, putHub, removeHub } from './hub.ts';
import { importFile } from './import.ts';
import { createKey, listKeys, revokeKey } from './key.ts';
import { UsageError } from './usage-error.ts';
import { listFailed, listWebhooks, putWebhook, removeWebhook, resendFailed, testWebhook } from './webhook.ts';

const USAGE = `portal: the backend of Portal Elements

  portal serve                     run the server until it is told to stop
  portal business put SLUG ...     create a business, or change the settings that are given
      --name TEXT                  needed for a new one
      --origin URL                 a site that may embed the portal; may be repeated
      --duplicates on|off          may one email have several accounts?
      --accounts-per-email N       at most so many then (2 to 10)
      --accent #rrggbb             colour of its mails
      --logo URL                   https address of an image
      --language TAG               may be repeated, the default first
      --method password|code|link  ways to log in; may be repeated. link: beside the code, in the same mail
      --return-url URL             a page with the log-in form, to which links may lead; may be repeated
      --sign-up open|closed
      --landing-app APP|none       where a customer comes to after the log-in
      --after-sign-up signed-in|log-in
      --password-minimum N         8 to 15 characters
      --terms URL, --privacy URL   linked below the forms
  portal business list [--json]    all businesses
  portal fields put SLUG FILE.json what the profile asks: [{"name": "phone", "type": "phone", "required": true,
                                   "label": {"en": "Phone", "de": "Telefon"}, "help": …, "apps": ["courses"], "signUp": true}, …]
      types: text (pattern, minLength, maxLength), long-text (minLength, maxLength), email, phone, date,
             select and multi-select (options: [{"value": …, "label": …}]), checkbox, address, country
  portal fields list SLUG [--json] what it asks now; with --json as "fields put" takes it
  portal key create SLUG ...       a key for the business's own systems; it is shown once
      --name TEXT
      --scope ${apiScopes.join('|')}
                                   what it is good for; may be repeated (links)
  portal key list SLUG [--json]    its keys, without their secrets
  portal key revoke SLUG ID        a revoked key opens nothing any more
  portal app put SLUG APP ...      create a child app, or change what is given
      --name TEXT, --url URL       needed for a new one
      --icon URL|none              of a square image
      --position N                 the lowest comes first; else by name
      --badge N                    how many new things wait there
      --access everyone|listed     listed: only accounts that "app allow" names
      --redirect-uri URL           for single sign-on (OpenID Connect), exactly as the app sends it; may be repeated
      --initiate-login-uri URL     where the app begins a log-in that starts here
      --post-logout-redirect-uri URL
                                   may be repeated
      --backchannel-logout-url URL|none
                                   where the app hears that somebody has logged out here
      --new-secret                 replaces the client secret, which is shown once
  portal app list SLUG [--json]    its apps
  portal app allow SLUG APP ACCOUNT...
  portal app deny SLUG APP ACCOUNT...
  portal app enable SLUG APP       portal app disable SLUG APP: offered to nobody
  portal app badge SLUG APP N [ACCOUNT]
                                   how many new things wait: for all, or for one account; none takes it back
  portal app why SLUG APP ACCOUNT  why an account does not come into an app
  portal app remove SLUG APP       ends what it was logged in to, too
  portal import FILE --business SLUG ...
                                   accounts from a .csv, .json or .ndjson file; the same file again changes nothing
      columns: id, email, name, email verified, password hash, language, apps, and what the profile asks by its
      fields' names: phone, address.city, … A cell that is empty says nothing
      --kind accounts
      --dry-run                    says what would happen
      --report FILE                the refused rows with their reasons, as CSV
  portal accounts list SLUG ...    all accounts, one a line; import reads them again, passwords apart
      --email EMAIL, --external-id ID
                                   those alone
  portal accounts read SLUG ACCOUNT...
                                   ACCOUNT: your own identifier, the portal's, or an email that has one account only
  portal accounts delete SLUG ACCOUNT...
                                   and everything that is kept of them; their owners get a mail
  portal webhook put SLUG ID ...   tell a system of yours what customers do, or change what is given
      --url URL                    needed for a new one; https
      --event ${webhookEvents.join('|')}
                                   may be repeated; else all
      --new-secret                 replaces the secret, which is shown once; the old one signs beside it for a day
  portal webhook list SLUG         portal webhook remove SLUG ID
  portal webhook test SLUG ID      sends an event of the type "test"
  portal webhook failed SLUG       what was given up, after about a day of attempts
  portal webhook resend SLUG DELIVERY...
                                   tries it from the beginning
  portal hub put SLUG KIND FILE    what its customers find in their hub: rows of a KIND, by your own identifiers; FILE is
                                   a .csv file, a JSON array, or a row a line, as "hub list" prints it. KIND is one of
                                   ${hubKindNames.slice(0, 5).join(', ')},
                                   ${hubKindNames.slice(5).join(', ')}
  portal hub list SLUG KIND [ACCOUNT]
                                   all rows, one a line; of one account alone
  portal hub remove SLUG KIND KEY...
                                   where a row belongs to two things, KEY names both: COURSE/ACCOUNT
  portal demo [--origin URL]       create or renew the demo business "hearth"
      --school URL                 where its example app runs (http://localhost:8090)

Settings come from the environment:
  NODE_ENV               production (the default) or development
  PORTAL_PUBLIC_URL      the address that browsers use, for example https://portal.example.com
  PORTAL_HOST, PORTAL_PORT
                         where to listen (127.0.0.1 and 8787)
  PORTAL_SECRET          the server's key: 32 random bytes in base64url
  DATABASE_URL           PostgreSQL; or PORTAL_DATABASE_FILE for SQLite (.data/portal.sqlite)
  PORTAL_TRUSTED_PROXIES your reverse proxies, whose X-Forwarded-For is believed: 10.0.0.5,10.1.0.0/16
  PORTAL_ELEMENTS_DIR    the built elements, for the server's own log-in page (dist, beside the server)
  SMTP_URL, PORTAL_MAIL_FROM
                         the mail server, and the address that mails come from
In development only what you want to change needs to be set; mail is shown at /dev/mail.`;

const commands: Readonly<Record<string, Command>> = {
  'accounts list': listAccounts,
  'accounts read': readAccount,
  'accounts delete': deleteAccount,
  'business put': putBusiness,
  'business list': listBusinesses,
  'key create': createKey,
  'key list': listKeys,
  'key revoke': revokeKey,
  'fields put': putFields,
  'fields list': listFields,
  'app put': putApp,
  'app list': listApps,
  'app allow': allowApp,
  'app deny': denyApp,
  'app enable': enableApp,
  'app disable': disableApp,
  'app badge': badgeApp,
  'app why': whyApp,
  'app remove': removeApp,
  import: importFile,
  'webhook put': putWebhook,
  'webhook list': listWebhooks,
  'webhook remove': removeWebhook,
  'webhook test': testWebhook,
  'webhook failed': listFailed,
  'webhook resend': resendFailed,
  'hub put': putHub,
  'hub list': listHub,
  'hub remove': removeHub,
  demo: putDemo,
};

/** Resolves to the exit code: 0 done, 2 misused. Throws when the work itself fails. */
export async function portal(args: string[], env: Environment): Promise<number> {
  const [first = 'help', second = ''] = args;
  if (['help', '--help', '-h'].includes(first)) {
    console.log(USAGE);
    return 0;
  }
  const name = Object.hasOwn(commands, first) || first === 'serve' ? first : `${first} ${second}`.trim();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command && name !== 'serve') {
    console.error(`portal: there is no command "${name}".\n\n${USAGE}`);
    return 2;
  }
  const config = configOrComplaint(env);
  if (!config) return 2;
  if (!command) return serveUntilSignal(config);

  const storage = await openStorage(config, logFor(config));
  try {
    await command(args.slice(name.split(' ').length), {
      storage,
      config,
      print: (line) => console.log(line),
    });
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`portal ${name}: ${error.message}`);
    return 2;
  } finally {
    await storage.close();
  }
}

if (isProgram(import.meta.url)) await runProgram(() => portal(process.argv.slice(2), environment));
