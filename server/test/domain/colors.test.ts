import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkOn, relativeLuminance } from '../../src/domain/colors.ts';

const color = fc
  .tuple(...([0, 1, 2] as const).map(() => fc.integer({ min: 0, max: 255 })))
  .map((channels) => `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`);

function contrast(a: string, b: string): number {
  const [darker, lighter] = [relativeLuminance(a), relativeLuminance(b)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

describe('ink on an accent', () => {
  it('knows the luminance of the extremes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    // WCAG's well-known example: the lightest grey that passes AA on white.
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it('has at least 4.5:1 on every colour', () => {
    const isReadable = (accent: string) => contrast(inkOn(accent), accent) >= 4.5;
    fc.assert(fc.property(color, isReadable), { numRuns: 5_000 });
  });
});
