/** Every screen of every element, by each criterion of docs/accessibility.criteria.json. `npm run test:a11y` prints it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namesOf } from '../../src/preview/scene.ts';
import { screens } from '../../src/preview/screens.ts';
import criteria from '../../docs/accessibility.criteria.json' with { type: 'json' };
import { type Looks, look } from './accessibility/looks.ts';
import { type Sheets, startSheets } from './accessibility/preview-sheet.ts';
import { launch } from './browser.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** For the table: what is wrong by each criterion. */
    criteria?: Record<string, string[]>;
  }
}

/** The trees are written down instead of compared: for whoever reviews the difference. */
const isRecording = process.env['PORTAL_RECORD_TREES'] === '1';
const fileOf = (tag: string) => `test/e2e/accessibility/trees/${tag}.txt`;

/** Screen → tree, as they are kept. */
function keptTrees(tag: string): Record<string, string> {
  if (!existsSync(fileOf(tag))) return {};
  const parts = readFileSync(fileOf(tag), 'utf8').split(/^# /m).slice(1);
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', ...lines] = part.split('\n');
      return [name, lines.join('\n').trim()];
    }),
  );
}

const write = (tag: string, trees: Record<string, string>) =>
  writeFileSync(
    fileOf(tag),
    namesOf(tag)
      .map((name) => `# ${name}\n\n${trees[name] ?? ''}`.trim())
      .join('\n\n') + '\n',
  );

describe('accessibility', () => {
  let browser: Browser;
  let sheets: Sheets;
  beforeAll(async () => {
    browser = await launch();
    sheets = await startSheets(browser);
  });
  afterAll(async () => {
    await sheets.close();
    await browser.close();
  });

  for (const tag of Object.keys(screens))
    describe(tag, () => {
      const looks: Record<string, Looks> = {};
      const trees: Record<string, string> = {};
      const kept = keptTrees(tag);
      beforeAll(async () => {
        await sheets.each(tag, async (page, names) => {
          const seen = await look(page);
          for (const name of names) looks[name] = seen;
          Object.assign(trees, seen.trees);
        });
        if (isRecording) write(tag, trees);
      });

      it.for(namesOf(tag))('%s', (name, { task }) => {
        const { problems } = looks[name]!;
        const found = Object.fromEntries(
          Object.keys(criteria).map((criterion) => {
            const { [name]: own = [], '': everywhere = [] } = problems[criterion] ?? {};
            return [criterion, [...own, ...everywhere]];
          }),
        );
        if (!isRecording && trees[name] !== kept[name])
          found['tree'] = [`${fileOf(tag)} says something else`];
        task.meta.criteria = found;
        if (found['tree']?.length) expect.soft(trees[name]).toEqual(kept[name]);
        const said = Object.entries(found).flatMap(([criterion, own]) =>
          own.map((one) => `${criterion}: ${one}`),
        );
        expect(said.join('; ')).toBe('');
      });
    });
});
