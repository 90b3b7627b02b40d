/** The school's one page. */

type What = { kind: 'in'; name: string } | { kind: 'out' } | { kind: 'failed' };

const lessons = [
  ['Your first sourdough', 'Five lessons: starter, dough, shape, bake, keep.'],
  ['Rye, slowly', 'What rye does that wheat does not, in three evenings.'],
  ['Buns before breakfast', 'An enriched dough that waits for you overnight.'],
] as const;

const style = `
:root { color-scheme: light dark; --ink: light-dark(#221c18, #f3eee9); --quiet: light-dark(#6a5d53, #bcb0a6);
  --line: light-dark(#e5dcd3, #40372f); --card: light-dark(#fff, #29231e); --page: light-dark(#faf6f1, #1d1815);
  --go: #b4481e; font: 100%/1.55 Georgia, 'Times New Roman', serif; background: var(--page); color: var(--ink); }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; }
header, main { padding: 1.25rem max(clamp(1rem, 4vw, 2.5rem), (100% - 55rem) / 2); }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between;
  min-height: 4.5rem; border-bottom: 1px solid var(--line); }
.brand { font-weight: 700; font-size: 1.125rem; }
.brand span { color: var(--quiet); font-weight: 400; }
main { padding-block: clamp(2rem, 7vw, 4.5rem); }
h1 { font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.15; margin: 0 0 0.75rem; letter-spacing: -0.01em; text-wrap: balance;
  overflow-wrap: anywhere; }
h2 { font-size: 1.1875rem; margin: 0 0 0.25rem; }
p { margin: 0; max-width: 38rem; color: var(--quiet); }
ul { list-style: none; margin: 2rem 0 0; padding: 0; display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); }
li { padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; }
.go, button { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0.375rem 1.125rem; border-radius: 0.5rem;
  font: 600 1rem/1.3 system-ui, sans-serif; cursor: pointer; text-decoration: none; }
.go { margin-top: 1.75rem; background: var(--go); color: #fff; border: 1px solid transparent; }
button { background: none; color: inherit; border: 1px solid var(--quiet); }
@media (max-width: 28rem) { .brand span { display: none; } }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }`;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

export function page(what: What, nonce: string): string {
  const isIn = what.kind === 'in';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bread School · Hearth &amp; Crumb</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header><div class="brand">Bread School <span>by Hearth &amp; Crumb</span></div>
${isIn ? '<form method="post" action="/log-out"><button>Log out</button></form>' : ''}</header>
<main>${content(what)}</main>
</body>
</html>`;
}

function content(what: What): string {
  if (what.kind === 'failed')
    return '<h1>That did not work</h1><p>Nobody was logged in. Try it once more from the start.</p><a class="go" href="/">Back to the start</a>';
  if (what.kind === 'out')
    return '<h1>Learn to bake, one loaf at a time</h1><p>Log in with the account that you have at the bakery. There is no other password to remember.</p><a class="go" href="/log-in">Log in with Hearth &amp; Crumb</a>';
  const cards = lessons.map(([title, about]) => `<li><h2>${title}</h2><p>${about}</p></li>`).join('');
  return `<h1>Welcome, ${escaped(what.name)}</h1><p>Here is what is baking.</p><ul>${cards}</ul>`;
}
