/** What elements show of themselves to the page's CSS and markup: parts, slots and states, noted while they are looked at. */

/** What comes when somebody uses it, or with a business that is not the preview's. */
export const onlyInUse = [
  'portal-account-menu cssStates busy',
  'portal-activity cssParts more',
  'portal-activity cssStates busy',
  'portal-affiliate cssParts more',
  'portal-affiliate cssParts row',
  'portal-affiliate cssStates busy',
  'portal-app-switcher cssParts current',
  'portal-app-switcher cssStates busy',
  'portal-communities cssParts more',
  'portal-communities cssParts stay',
  'portal-communities cssStates busy',
  'portal-courses cssParts more',
  'portal-courses cssStates busy',
  'portal-login cssParts logo',
  'portal-profile cssParts continue',
  'portal-profile cssStates unsaved',
  'portal-provider slots ',
  'portal-sign-on slots signed-out',
  'portal-signup cssParts logo',
];

/** Ours alone: private elements, the slots of what elements put into themselves, and the mark of a preview. */
export function isOurs(one: string): boolean {
  const [tag = '', kind = '', name = ''] = one.split(' ');
  if (/^portal-(field|action|entry|entries|account-care)$/.test(tag)) return true;
  if (kind === 'cssParts') return name === 'preview' || (tag === 'portal-account-picker' && name === 'brand');
  if (kind === 'cssStates') return name === 'step-loading';
  const own = ['form', 'other', 'care', 'bar', 'entry', 'place', 'courses', 'communities', 'activity'];
  return own.includes(name) || name.startsWith('portal-') || one === 'portal-account-picker slots signed-in';
}

const kinds = ['cssParts', 'slots', 'cssStates'] as const;
type Kind = (typeof kinds)[number];

interface Declaration extends Partial<Record<Kind, { name: string }[]>> {
  tagName: string;
}

/** Every element's, as `portal-login cssParts heading`. */
export type Surface = Set<string>;

const line = (element: Element, kind: Kind, name: string) => `${element.localName} ${kind} ${name}`;

/** As custom-elements.json has it. */
export async function documented(): Promise<Surface> {
  const answer = await fetch('/custom-elements.json');
  const { modules } = (await answer.json()) as { modules: { declarations: Declaration[] }[] };
  return new Set(
    modules
      .flatMap(({ declarations }) => declarations)
      .flatMap((one) =>
        kinds.flatMap((kind) => (one[kind] ?? []).map(({ name }) => `${one.tagName} ${kind} ${name}`)),
      ),
  );
}

/** From here on every state is noted that an element sets. To be called before the elements are made. */
export function noteStates(seen: Surface): () => void {
  const { attachInternals } = HTMLElement.prototype;
  const { add } = CustomStateSet.prototype;
  // Held on to: in WebKit the same set has another wrapper later.
  const hosts = new Map<CustomStateSet, HTMLElement>();
  HTMLElement.prototype.attachInternals = function () {
    const internals = attachInternals.call(this);
    hosts.set(internals.states, this);
    return internals;
  };
  CustomStateSet.prototype.add = function (name) {
    const host = hosts.get(this);
    if (host) seen.add(line(host, 'cssStates', name));
    return add.call(this, name);
  };
  return () => {
    HTMLElement.prototype.attachInternals = attachInternals;
    CustomStateSet.prototype.add = add;
  };
}

/** Notes the parts and the slots that are there now, of the element and of those in it. */
export function noteParts(seen: Surface, element: Element): void {
  const { shadowRoot } = element;
  for (const one of shadowRoot?.querySelectorAll('[part], slot') ?? []) {
    for (const name of one.part) seen.add(line(element, 'cssParts', name));
    if (one instanceof HTMLSlotElement) seen.add(line(element, 'slots', one.name));
  }
  for (const root of [shadowRoot, element]) for (const child of root?.children ?? []) noteBelow(seen, child);
}

function noteBelow(seen: Surface, element: Element): void {
  if (element.shadowRoot) noteParts(seen, element);
  else for (const child of element.children) noteBelow(seen, child);
}
