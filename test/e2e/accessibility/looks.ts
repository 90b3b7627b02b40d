/** The criteria of docs/accessibility.criteria.json, one after the other, on a page of previews. */
import type { Page } from 'playwright-core';
import type { Findings } from './flat-tree.ts';
import type { Stop } from './focus.ts';
import { treesOf } from './tree.ts';

const usualViewport = { width: 1040, height: 800 };

/** `inspect`: what preview-sheet.ts has put into the page. */
const ask = (page: Page, what: string): Promise<Findings> => page.evaluate(`inspect.${what}()`);

/** What the visitor has set in the browser: this is what the keyword `medium` means then. */
async function setTypeSize(page: Page, standard: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
  await session.detach();
}

/** The Tab key, from before the first screen to behind the last. */
async function keyboardProblems(page: Page): Promise<Findings> {
  const found: Findings = {};
  const note = (screen: string | undefined, problem: string) => (found[screen ?? ''] ??= []).push(problem);
  const wanted: { key: number; screen: string; name: string }[] =
    await page.evaluate('inspect.prepareKeyboard()');
  const reached = new Set<number>();
  let last: number | undefined;
  for (;;) {
    await page.keyboard.press('Tab');
    const stop: Stop | null = await page.evaluate('inspect.focusStop()');
    // A date has several stops of its own; anything else that is come to again is a circle.
    if (!stop || (stop.key !== last && reached.has(stop.key))) break;
    last = stop.key;
    reached.add(last);
    if (stop.problem) note(stop.screen, stop.problem);
  }
  for (const { key, screen, name } of wanted)
    if (!reached.has(key)) note(screen, `the Tab key does not come to ${name}`);
  const isOut = await page.evaluate(() => document.activeElement?.getAttribute('href') === '#after');
  if (!isOut) note('', 'the Tab key does not lead out again');
  return found;
}

export interface Looks {
  /** Criterion → screen → problems. */
  problems: Record<string, Findings>;
  trees: Record<string, string>;
}

export async function look(page: Page): Promise<Looks> {
  const problems: Record<string, Findings> = {};
  await page.setViewportSize(usualViewport);
  problems['motion'] = await ask(page, 'motionProblems');
  problems['axe'] = await ask(page, 'axeProblems');
  problems['targets'] = await ask(page, 'targetProblems');
  const trees = await treesOf(page);

  await page.emulateMedia({ forcedColors: 'active' });
  problems['contrast'] = await ask(page, 'contrastProblems');
  await page.emulateMedia({ forcedColors: 'none' });

  await page.setViewportSize({ width: 320, height: 640 });
  problems['reflow'] = await ask(page, 'reflowProblems');

  await page.setViewportSize({ width: 640, height: 800 });
  await setTypeSize(page, 32);
  const [sideways, covered] = [await ask(page, 'reflowProblems'), await ask(page, 'textProblems')];
  problems['text'] = Object.fromEntries(
    [...new Set([...Object.keys(sideways), ...Object.keys(covered)])].map((screen) => [
      screen,
      [...(sideways[screen] ?? []), ...(covered[screen] ?? [])],
    ]),
  );
  await setTypeSize(page, 16);
  await page.setViewportSize(usualViewport);
  // It shuts what is open.
  problems['keyboard'] = await keyboardProblems(page);
  return { problems, trees };
}
