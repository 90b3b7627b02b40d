import { css } from 'lit';

export const menuStyles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }

  .heard {
    position: absolute;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .avatar {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2.25em;
    block-size: 2.25em;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.9375em;
    font-weight: 650;
    letter-spacing: 0.01em;
  }

  .opener,
  .opener:hover {
    border-radius: 50%;
  }

  .who {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2);
  }

  /* As those of the other accounts below. */
  .who .avatar {
    inline-size: 2.667em;
    block-size: 2.667em;
  }

  .who strong,
  .who small {
    display: block;
    line-height: 1.35;
  }

  .who small,
  .title {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .others,
  .ways {
    margin-block-start: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }

  .title {
    margin: 0 0 var(--_space);
    padding-inline: calc(var(--_space) * 2);
    font-weight: 600;
  }

  .panel button,
  .panel a {
    box-sizing: border-box;
    min-block-size: max(44px, 2.75em);
    /* Seen in forced colours. */
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    transition: background-color var(--_motion);
  }

  .panel button:hover,
  .panel a:hover {
    background: var(--_tint);
  }

  .way {
    display: flex;
    align-items: center;
    inline-size: 100%;
    padding: 0 calc(var(--_space) * 2);
    text-decoration: none;
    font-weight: 500;
  }

  .bone.way {
    margin-block-start: calc(var(--_space) * 2);
  }

  .others .account {
    padding: calc(var(--_space) * 2);
  }

  .others ul {
    gap: 0;
  }

  ::slotted([slot='picker']) {
    --portal-card-padding: 0.5em;
    --portal-card-border: 0;
    --portal-card-shadow: none;
  }
`;
