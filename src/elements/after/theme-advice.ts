/**
 * Tells the designer, in the console, of a colour that is none, or that cannot carry what is drawn with it: what the
 * palette (theme/tokens.ts) does about it, and which colour would do. Nothing waits for this.
 */
import { create, query } from '../../internal/page.ts';
import { warnOnce } from '../../session/warn-once.ts';

/** By token: what is drawn with it on the surface, and the contrast that this needs (WCAG 2.2, 1.4.3 and 1.4.11). */
const drawn: [token: string, drawnBy: string, what: string, least: number][] = [
  ['text', '--_text', 'text', 4.5],
  ['muted', '--_muted', 'text', 4.5],
  ['danger', '--_danger', 'text', 4.5],
  ['control-border', '--_control', 'the boundary of a field', 3],
  ['focus', '--_focus', 'a focus ring', 3],
];

const tokens = ['accent', 'surface', 'border', ...drawn.map(([token]) => token)];

interface Colour {
  hex: string;
  /** Relative luminance, the `y` of XYZ. */
  y: number;
  isOpaque: boolean;
}

/** Two elements with one theme are one piece of advice. */
const said = new Set<string>();

/** Looks at what stands on the page now, and at what comes. */
export function adviseOnTheme(): void {
  query<HTMLElement>('*').forEach(lookAt);
  addEventListener('portal-ready', ({ target }) => lookAt(target as HTMLElement));
}

function lookAt({ localName, shadowRoot }: HTMLElement): void {
  // Where the language is said there is a surface, and on it the colour scheme that counts.
  const surface = localName.startsWith('portal-') && shadowRoot?.querySelector('[lang]');
  if (!surface) return;
  for (const advice of new Theme(surface).advice()) {
    if (said.has(advice)) continue;
    said.add(advice);
    warnOnce(`${advice} Seen on <${localName}>.`);
  }
}

class Theme {
  #probe = create('i');
  #style: CSSStyleDeclaration;

  constructor(surface: Element) {
    this.#probe.hidden = true;
    surface.append(this.#probe);
    this.#style = getComputedStyle(this.#probe);
  }

  advice(): string[] {
    try {
      const wrong = tokens.filter((token) => this.#own(token) && !CSS.supports('color', this.#own(token)));
      return wrong.length ? wrong.map((token) => this.#noColour(token)) : [...this.#tooFaint()];
    } finally {
      this.#probe.remove();
    }
  }

  #noColour(token: string): string {
    const found = `--portal-${token}: "${this.#own(token)}" is no colour`;
    return token === 'accent'
      ? `${found}, and without one there is no palette: leave it out, and it is #3b5bdb.`
      : `${found}: what it paints has none. Leave it out, and it comes from the accent.`;
  }

  *#tooFaint(): Generator<string> {
    const surface = this.#read('var(--_surface)');
    // What lies behind is not known.
    if (!surface.isOpaque) return;
    const accent = this.#read('var(--_accent)');
    const is = contrast(accent, surface);
    if (this.#own('accent') && accent.isOpaque && is < 4.5)
      yield (
        `--portal-accent: ${accent.hex} cannot carry text, with ${ratio(is)} on ${surface.hex} where text needs 4.5:1. ` +
        `Buttons show it as given, with ${this.#read('var(--_on-accent)').hex} on it; links and focus rings are ` +
        `${this.#read('var(--_ink)').hex} instead. ${this.#passing(accent, surface, 4.5)} would do for all of them.`
      );
    for (const [token, drawnBy, what, least] of drawn) {
      const colour = this.#read(`var(${drawnBy})`);
      const is = contrast(colour, surface);
      if (!colour.isOpaque || is >= least) continue;
      const better = this.#passing(colour, surface, least);
      if (this.#own(token))
        yield `--portal-${token}: ${colour.hex} has ${ratio(is)} on ${surface.hex}, and ${what} needs ${least}:1. ${better} would do.`;
      else if (this.#own('surface'))
        yield (
          `--portal-surface: on ${surface.hex} the ${token} ${colour.hex} has ${ratio(is)}, and ${what} needs ${least}:1. ` +
          `--portal-color-scheme: ${isLight(surface) ? 'light' : 'dark'} would do, or --portal-${token}: ${better}.`
        );
    }
  }

  /** As the page gives it; empty where it does not. */
  #own(token: string): string {
    return this.#style.getPropertyValue(`--portal-${token}`).trim();
  }

  /** The nearest that is dark or light enough. */
  #passing(colour: Colour, ground: Colour, least: number): string {
    const end = isLight(ground) ? 'black' : 'white';
    for (let share = 98; share > 0; share -= 2) {
      const mixed = this.#read(`color-mix(in oklab, ${colour.hex} ${share}%, ${end})`);
      if (contrast(mixed, ground) >= least) return mixed.hex;
    }
    return end;
  }

  /** By the browser, which knows every way to write a colour. */
  #read(colour: string): Colour {
    const [r = 0, g = 0, b = 0, alpha = 1] = this.#channels(`color(from ${colour} srgb r g b / alpha)`);
    const hex = [r, g, b].map((channel) =>
      Math.round(Math.min(Math.max(channel, 0), 1) * 255)
        .toString(16)
        .padStart(2, '0'),
    );
    const [, y = 0] = this.#channels(`color(from ${colour} xyz-d65 x y z)`);
    return { hex: `#${hex.join('')}`, y, isOpaque: alpha === 1 };
  }

  #channels(colour: string): number[] {
    this.#probe.style.color = colour;
    // The name of the colour space has digits of its own.
    const [, , ...channels] = this.#style.color.split(/[\s/()]+/).filter(Boolean);
    return channels.map(Number);
  }
}

const contrast = (a: Colour, b: Colour): number => (Math.max(a.y, b.y) + 0.05) / (Math.min(a.y, b.y) + 0.05);

/** Black contrasts more. */
const isLight = ({ y }: Colour): boolean => y > 0.179;

/** Never rounded up to what is needed. */
const ratio = (contrast: number): string => `${(Math.floor(contrast * 10) / 10).toFixed(1)}:1`;
