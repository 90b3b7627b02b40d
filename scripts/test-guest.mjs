// `npm run test:guest [-- --record]`: the built widget on pages of others, as a table of page × result.
// `--record` keeps it as docs/guest.md.
import { bare, guest, parts, tableOf } from './guest-page.mjs';
import { runTable } from './run-table.mjs';

await runTable(guest, {
  files: Object.keys(parts),
  toRow: ({ file, titles, status, meta }) => ({
    file,
    title: bare(titles.at(-1)),
    status,
    ...(meta?.differences && { differences: meta.differences }),
  }),
  tableOf,
});
