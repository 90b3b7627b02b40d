/**
 * The HTML part: one column of tables with inline styles, because that is what mail programs keep.
 * The style element only adds what a program may drop: dark colours and small screens.
 */
import { accentOf, inkOn } from '../domain/colors.ts';
import { escapeHtml } from './escape.ts';
import type { CodeWords, LinkWords, MailContent, MailWords } from './words/words.ts';

export interface Brand {
  name: string;
  accent: string;
  logo: string | undefined;
}

const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const MONO = "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace";

const DARK_STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#17181a!important}
.card{background:#232427!important;border-color:#3a3c41!important}
.ink{color:#f1f2f4!important}
.quiet{color:#b4b7bd!important}
.code{background:#17181a!important;border-color:#4a4d53!important;color:#ffffff!important}
}
@media (max-width:520px){.inset{padding-left:20px!important;padding-right:20px!important}}`;

export function htmlPart(content: MailContent, words: MailWords, brand: Brand): string {
  const accent = accentOf(brand.accent);
  const footer = words.footer(brand.name);
  return `<!doctype html>
<html lang="${escapeHtml(words.language)}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${escapeHtml(content.subject)}</title>
<style>${DARK_STYLE}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6;font-family:${FONT}">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(content.preview)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f4f6">
<tr><td align="center" style="padding:32px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #dfe1e5;border-radius:12px;border-collapse:separate;overflow:hidden">
<tr><td class="inset" style="padding:16px 36px;background:${accent};color:${inkOn(accent)};font-size:17px;font-weight:600;line-height:24px">${masthead(brand)}</td></tr>
<tr><td class="inset" style="padding:32px 36px 28px">
<h1 class="ink" style="margin:0 0 16px;color:#1b1c1e;font-size:22px;line-height:28px;font-weight:650">${escapeHtml(content.heading)}</h1>
${content.paragraphs.map((text) => paragraph(text, 'ink', '#1b1c1e', 16)).join('\n')}
${content.code ? codeBlock(content.code) : ''}
${content.link ? linkBlock(content.link, accent) : ''}
${content.notes.map((text) => paragraph(text, 'quiet', '#595c63', 14)).join('\n')}
</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px">
<tr><td class="inset quiet" style="padding:16px 36px;color:#595c63;font-size:13px;line-height:19px">${escapeHtml(footer)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function masthead(brand: Brand): string {
  const name = escapeHtml(brand.name);
  if (!brand.logo?.startsWith('https://')) return name;
  const logo = `<img src="${escapeHtml(brand.logo)}" alt="" height="32" style="height:32px;width:auto;vertical-align:middle;border:0">`;
  return `${logo}&nbsp; ${name}`;
}

function paragraph(text: string, className: string, color: string, size: number): string {
  const style = `margin:0 0 14px;color:${color};font-size:${size}px;line-height:${Math.round(size * 1.5)}px`;
  return `<p class="${className}" style="${style}">${escapeHtml(text)}</p>`;
}

/** One run of text, so that a double click, a long press or `user-select:all` takes just the code. */
function codeBlock(code: CodeWords): string {
  // A long code has to fit beside the edges of a phone, in one line.
  const [size, spacing] = code.value.length > 9 ? [21, 1] : [34, 6];
  const box =
    'padding:18px 12px;background:#f6f7f9;border:1px solid #c9ccd2;border-radius:10px;color:#111214;' +
    `font-family:${MONO};font-size:${size}px;line-height:40px;font-weight:700;letter-spacing:${spacing}px;text-align:center`;
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 14px;border-collapse:separate">
<tr><td class="code" dir="ltr" style="${box}"><span style="-webkit-user-select:all;user-select:all;white-space:nowrap">${escapeHtml(code.value)}</span></td></tr>
</table>
${paragraph(code.request, 'ink', '#1b1c1e', 14)}
${paragraph(code.life, 'ink', '#1b1c1e', 14)}`;
}

/** A cell with a colour, because not every mail program gives a link a padding. In a tab of its own, as mail programs do it. */
function linkBlock({ url, label, hint }: LinkWords, accent: string): string {
  const style =
    `display:inline-block;padding:12px 22px;color:${inkOn(accent)};font-size:16px;line-height:22px;` +
    'font-weight:600;text-decoration:none';
  return `${paragraph(hint, 'ink', '#1b1c1e', 16)}
<table role="presentation" cellpadding="0" cellspacing="0" style="margin:2px 0 22px;border-collapse:separate">
<tr><td style="background:${accent};border-radius:8px"><a href="${escapeHtml(url)}" target="_blank" rel="noreferrer" style="${style}">${escapeHtml(label)}</a></td></tr>
</table>`;
}
