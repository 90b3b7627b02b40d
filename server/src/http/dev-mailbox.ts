/**
 * The mailbox of development mode, as pages and as JSON. Never mounted in production: it shows codes.
 */
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { CaughtMail, MailboxStore } from '../domain/ports.ts';
import { listPage, messagePage } from './dev-mailbox-pages.ts';

const LIST_LENGTH = 50;

/** `publicUrl`: where this server is said to be, on this machine. */
export function devMailbox(mailbox: MailboxStore, publicUrl: string): Hono {
  const app = new Hono();
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]', new URL(publicUrl).hostname]);

  app.use('/dev/*', async (context, next) => {
    // A page on the internet can point a name of its own at this machine (DNS rebinding) and would be
    // same-origin with the codes; its name is the one thing that it cannot hide.
    if (!hosts.has(new URL(context.req.url).hostname)) return context.notFound();
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('X-Content-Type-Options', 'nosniff');
    return undefined;
  });

  app.get('/dev/mail', async (context) => {
    const nonce = crypto.randomUUID();
    context.header(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; ` +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    return context.html(listPage(await mailbox.latest(LIST_LENGTH), nonce));
  });

  app.get('/dev/mail.json', async (context) => {
    const mails: CaughtMail[] = await mailbox.latest(LIST_LENGTH);
    return context.json({ mails });
  });

  app.get('/dev/mail/:id', async (context) => {
    const mail = await mailbox.byId(context.req.param('id'));
    if (!mail)
      return context.html(
        html`<!doctype html><title>No such mail</title>
          <p>There is no such mail.</p>`,
        404,
      );
    // The mail's frame inherits this policy: inline styles are all that a mail needs, images a logo.
    context.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    return context.html(messagePage(mail));
  });

  return app;
}
