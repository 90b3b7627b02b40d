/** A page with one preview on it, and nothing that it could talk to. */
import { until } from './visitor.ts';

const plain = (text: string | null | undefined): string => text?.replaceAll(/\s+/g, ' ').trim() ?? '';

export interface PreviewPage {
  element: HTMLElement;
  /** Everything that stands there, inside and among the light children. */
  readonly text: string;
  readonly alert: string;
  button(name: string): HTMLElement | undefined;
  press(name: string): void;
  /** Another screen, by the attribute. */
  change(name: string): Promise<void>;
  remove(): void;
}

/** Once the screen is shown. */
export async function lookAt(
  tag: string,
  name: string,
  parent: HTMLElement = document.body,
): Promise<PreviewPage> {
  const element = document.createElement(tag);
  let shown: string | undefined;
  element.addEventListener('portal-preview', (event) => {
    shown = (event as CustomEvent<{ name: string }>).detail.name;
  });
  const change = async (wanted: string) => {
    shown = undefined;
    element.setAttribute('preview', wanted);
    await until(() => shown === wanted, `<${tag} preview="${wanted}"> is shown`);
  };
  const there = change(name);
  parent.append(element);
  await there;
  const roots = () =>
    [element, ...element.querySelectorAll('*')].flatMap((one) => [
      ...(one.shadowRoot ? [one.shadowRoot] : []),
      one,
    ]);
  const seen = (selector: string) =>
    roots()
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
      .filter((one) => one.checkVisibility());
  const button = (label: string) => seen('button').find((one) => plain(one.textContent) === label);
  return {
    element,
    get text() {
      const texts = roots().filter((root) => root instanceof ShadowRoot || root === element);
      return plain(texts.map(({ textContent }) => textContent).join(' '));
    },
    get alert() {
      return plain(seen('[role=alert] div')[0]?.textContent);
    },
    button,
    press: (label) => {
      const found = button(label);
      if (!found) throw new Error(`No button "${label}" in <${tag}>`);
      found.click();
    },
    change,
    remove: () => element.remove(),
  };
}
