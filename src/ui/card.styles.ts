/** The surface that every element of the log-in path stands on, and the type on it. */
import { css } from 'lit';
import { tokens } from '../theme/tokens.ts';

export const cardStyles = [
  tokens,
  css`
    :host {
      display: block;
      font-size: var(--portal-font-size, medium);
    }

    :host([hidden]),
    [hidden] {
      display: none !important;
    }

    :host::before,
    :host::after {
      content: none !important;
    }

    /* What the page set on the host or above it ends here, except for what a guest should take over. */
    .card {
      all: initial;
      display: flow-root;
      box-sizing: border-box;
      visibility: inherit;
      color-scheme: var(--portal-color-scheme, inherit);
      /* 'medium' is the size that the visitor chose; rem is whatever the page made of it. */
      font: 1em / 1.5 system-ui;
      font-size: var(--portal-font-size, medium);
      font-family: var(--portal-font, inherit);
      overflow-wrap: anywhere;
      padding: var(--portal-card-padding, calc(var(--_space) * 8));
      color: var(--_text);
      background: var(--portal-card-background, var(--_surface));
      border: var(--portal-card-border, 1px solid var(--_border));
      border-radius: var(--portal-card-radius, calc(var(--_radius) * 1.75));
      box-shadow: var(--portal-card-shadow, var(--_shadow));
    }

    /* Both: a page that centres the element needs the one, and a page that unsets everything leaves the other. */
    :host,
    .card {
      max-inline-size: var(--portal-max-width, 25em);
    }

    @media (max-width: 30em) {
      .card {
        padding: var(--portal-card-padding, calc(var(--_space) * 6));
      }
    }

    /* Its line is kept free from the start: the business's name arrives later and must move nothing. */
    .brand {
      display: var(--_brand, flex);
      align-items: center;
      gap: calc(var(--_space) * 2);
      min-block-size: 1.5em;
      margin-block-end: calc(var(--_space) * 4);
      font-weight: 600;
      white-space: nowrap;
    }

    .brand img {
      block-size: 1.5em;
      max-inline-size: 6em;
    }

    .brand span {
      overflow: hidden;
      text-overflow: ellipsis;
    }

    /* Not <header>: that would be a second banner landmark on the page. */
    .header {
      margin-block-end: calc(var(--_space) * 6);
    }

    [role='heading'] {
      font-size: 1.5em;
      font-weight: 650;
      line-height: 1.25;
      letter-spacing: -0.015em;
    }

    p {
      margin: calc(var(--_space) * 2) 0 0;
      color: var(--_muted);
    }

    a,
    .link {
      color: var(--_ink);
      font: inherit;
      font-weight: 500;
      text-underline-offset: 0.2em;
    }

    button {
      box-sizing: border-box;
      min-block-size: max(44px, 2.75em);
      margin: 0;
      padding: 0 calc(var(--_space) * 4);
      border: 1px solid var(--_control);
      border-radius: var(--_radius);
      background: none;
      color: inherit;
      font: inherit;
      font-weight: 600;
      cursor: pointer;
      transition: background-color var(--_motion);
    }

    button:hover {
      background: var(--_tint);
    }

    /* 44 px to touch, one line to see. */
    .link {
      margin-inline: calc(var(--_space) * -2);
      padding-inline: calc(var(--_space) * 2);
      border: 0;
      text-align: start;
    }

    .link:hover {
      text-decoration: underline;
      background: none;
    }

    .wide {
      inline-size: 100%;
    }

    .actions {
      display: grid;
      justify-items: start;
      margin-block-start: calc(var(--_space) * 3);
    }

    .actions > .wide {
      margin-block-end: calc(var(--_space) * 2);
    }

    .actions p {
      margin: 0;
    }

    .heard {
      position: absolute;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    :focus {
      outline: 0;
    }

    :focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }
  `,
];
