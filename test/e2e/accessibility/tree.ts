/** The accessibility tree as Chromium gives it to screen readers, in lines that can be reviewed. */
import type { Page } from 'playwright-core';

interface Value {
  value?: unknown;
}

interface Node {
  nodeId: string;
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  value?: Value;
  properties?: { name: string; value: Value }[];
  childIds?: string[];
}

/** What an author says; the rest the browser adds to everything of a kind. */
const told = [
  ...['checked', 'pressed', 'expanded', 'selected', 'disabled', 'invalid', 'required', 'readonly'],
  ...['hasPopup', 'modal', 'busy', 'live', 'level', 'valuemin', 'valuemax', 'valuetext', 'roledescription'],
];
const usual: readonly unknown[] = [false, 'false', undefined, '', 'off'];

/** What only holds others. */
const plain = ['generic', 'none', 'LineBreak', 'LabelText'];

/** What the browser makes of these is its own, and another with its next version. */
const whole = ['textbox', 'Date'];

/** A list of all countries is reviewed elsewhere. */
const mostOptions = 8;

/** Screen → its lines. */
export async function treesOf(page: Page): Promise<Record<string, string>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const childrenOf = (node: Node) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);

  function linesOf(node: Node, depth: number): string[] {
    const role = text(node.role);
    const isLeftOut = node.ignored || plain.includes(role);
    if (role === 'InlineTextBox' || role === 'ListMarker') return [];
    const children = whole.includes(role) ? [] : childrenOf(node);
    if (role === 'MenuListPopup' && children.length > mostOptions) return [];
    const inner = children.flatMap((child) => linesOf(child, isLeftOut ? depth : depth + 1));
    if (isLeftOut) return inner;
    const own = `${'  '.repeat(depth)}${describe(node)}`;
    // The text that its name is made of.
    const isItsName =
      inner.length === 1 && inner[0]!.trim() === `text ${JSON.stringify(still(text(node.name)))}`;
    return isItsName ? [own] : [own, ...inner];
  }

  const screens = nodes.filter((node) => text(node.role) === 'group' && isScreen(node));
  return Object.fromEntries(
    screens.map((node) => [
      text(node.name),
      childrenOf(node)
        .flatMap((child) => linesOf(child, 0))
        .join('\n'),
    ]),
  );
}

/** The groups of the sheet, and none within the elements, have a name of the attribute's kind. */
const isScreen = (node: Node): boolean => /^[a-z-]+(:[a-z-]+)?$/.test(text(node.name));

const text = (value: Value | undefined): string => String(value?.value ?? '');

function describe(node: Node): string {
  const role = text(node.role);
  const states = (node.properties ?? [])
    .filter(({ name, value }) => told.includes(name) && !usual.includes(value.value))
    .filter(({ name }) => name !== 'level' || role === 'heading')
    .map(({ name, value }) => (value.value === true ? name : `${name}=${String(value.value)}`));
  return [
    role === 'StaticText' ? 'text' : role,
    ...(node.name?.value ? [JSON.stringify(still(text(node.name)))] : []),
    ...(node.value?.value ? [`value ${JSON.stringify(text(node.value))}`] : []),
    ...states.sort(),
    ...(node.description?.value ? [`described ${JSON.stringify(still(text(node.description)))}`] : []),
  ].join(' ');
}

/** Seconds pass while the page is looked at. */
const still = (words: string): string => words.replaceAll(/\b\d+ seconds?\b/g, '45 seconds');
