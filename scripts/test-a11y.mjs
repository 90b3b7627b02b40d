// `npm run test:a11y [-- --record]`: every screen by every criterion of accessibility, as a table. `--record` keeps it as
// docs/accessibility.md, and the accessibility trees as they are now, to be reviewed as a difference.
import { a11y, suite, tableOf } from './a11y-page.mjs';
import { runTable } from './run-table.mjs';

await runTable(a11y, {
  files: [suite],
  env: process.argv.includes('--record') ? { PORTAL_RECORD_TREES: '1' } : {},
  toRow: ({ titles, meta }) => {
    const failed = Object.entries(meta?.criteria ?? {}).filter(([, problems]) => problems.length > 0);
    return { element: titles.at(-2), screen: titles.at(-1), failed: failed.map(([criterion]) => criterion) };
  },
  tableOf,
});
