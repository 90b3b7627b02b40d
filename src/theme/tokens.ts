/**
 * The whole palette from one colour, in CSS alone. Contrast is not guessed: WCAG's relative luminance is
 * the `y` channel of XYZ, so scaling or lightening until `y` reaches a bound fixes the ratio for any brand
 * colour (test/theme measures it). The accent itself is shown as it was given.
 *
 * `--portal-*` is what a site may set. `--_*` is private: the same token with its fallback.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    --_accent: var(--portal-accent, #3b5bdb);

    /* Black or white on the accent, whichever contrasts more: they are equal (4.58:1) at y = 0.179. */
    --_on-accent: color(
      from var(--_accent) xyz-d65 clamp(0, (0.179 - y) * 9e4, 0.9505) clamp(0, (0.179 - y) * 9e4, 1)
        clamp(0, (0.179 - y) * 9e4, 1.0888)
    );
    /* Hovering moves away from the label's colour, so its contrast only grows. */
    --_accent-hover: color-mix(
      in oklab,
      var(--_accent) 86%,
      color(from var(--_on-accent) srgb calc(1 - r) calc(1 - g) calc(1 - b))
    );
    /* The accent as text, ring or boundary: darkened to y ≤ 0.14 on light, lightened to y ≥ 0.37 on dark. */
    --_ink: light-dark(
      color(
        from var(--_accent) xyz-d65 calc(x * min(1, 0.14 / y)) calc(y * min(1, 0.14 / y))
          calc(z * min(1, 0.14 / y))
      ),
      color(
        from var(--_accent) xyz-d65 calc(x + (0.9505 - x) * max(0, (0.37 - y) / (1 - y)))
          calc(y + (1 - y) * max(0, (0.37 - y) / (1 - y)))
          calc(z + (1.0888 - z) * max(0, (0.37 - y) / (1 - y)))
      )
    );

    /* Neutrals carry a breath of the accent's hue. */
    --_surface: var(--portal-surface, light-dark(#fff, oklch(from var(--_accent) 0.21 calc(c * 0.06) h)));
    --_text: var(
      --portal-text,
      light-dark(
        oklch(from var(--_accent) 0.22 calc(c * 0.1) h),
        oklch(from var(--_accent) 0.94 calc(c * 0.04) h)
      )
    );
    --_muted: var(--portal-muted, color-mix(in oklab, var(--_text) 66%, var(--_surface)));
    --_control: var(--portal-control-border, color-mix(in oklab, var(--_text) 46%, var(--_surface)));
    --_border: var(--portal-border, color-mix(in oklab, var(--_text) 13%, var(--_surface)));
    --_tint: color-mix(in oklab, var(--_text) 5%, var(--_surface));
    --_danger: var(--portal-danger, light-dark(oklch(0.5 0.19 27), oklch(0.78 0.13 24)));
    --_focus: var(--portal-focus, var(--_ink));

    --_radius: var(--portal-radius, 0.5em);
    /* One step of the rhythm: 4 px at the default size. Smaller is denser. */
    --_space: var(--portal-space, 0.25em);
    --_shadow: var(--portal-shadow, 0 1px 2px rgb(0 0 0 / 5%), 0 0.75em 2em -0.75em rgb(0 0 0 / 14%));
    --_motion: 150ms;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }
`;
