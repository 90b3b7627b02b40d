/** The accent of a business where no CSS function helps: in mails, and on a page that must be readable anywhere. */
import { defaultSettings } from './business.ts';

/** `#rrggbb` in lower case; anything else becomes the default accent. */
export function accentOf(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : defaultSettings.accent;
}

/** Black or white, whichever is easier to read on `background`: at least 4.5:1 on any colour. */
export function inkOn(background: string): '#000000' | '#ffffff' {
  const luminance = relativeLuminance(background);
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

/** WCAG 2.2, definition of relative luminance. */
export function relativeLuminance(color: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
