/** Password, email and the end of the account: forms of credentials, in the light DOM of portal-profile. */
import { css } from 'lit';
import { eventually } from '../../internal/eventually.ts';
import { CredentialElement } from '../credential-element.ts';
import { loadAfterForm } from '../load-after-form.ts';
import type { View } from '../view.ts';

const loadSteps = eventually(
  () => import('./care-steps.ts'),
  ({ CareSteps }) => CareSteps,
);

/**
 * Private: its name and shape may change in any version.
 * @tag portal-account-care
 * @internal
 */
export class PortalAccountCare extends CredentialElement {
  static override styles = [
    ...CredentialElement.styles,
    css`
      :host {
        --_brand: none;
      }

      :host,
      .card {
        max-inline-size: none;
      }

      .card {
        padding: 0;
        border: 0;
        border-radius: 0;
        box-shadow: none;
        background: none;
      }

      .header {
        margin-block-end: calc(var(--_space) * 3);
      }

      [role='heading'] {
        font-size: 1em;
        letter-spacing: 0;
      }

      .actions {
        grid-template-columns: minmax(0, 1fr);
      }

      .danger {
        color: var(--_danger);
      }
    `,
  ];

  /** Set by portal-profile. */
  hasPassword = false;
  /** Something that the profile shows is another now. */
  changed: () => unknown = () => {};

  #steps: InstanceType<Awaited<ReturnType<typeof loadSteps>>> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void Promise.all([loadSteps(), loadAfterForm(), this.updateComplete]).then(([CareSteps, after]) => {
      this.#steps ??= new CareSteps(this, after);
      this.requestUpdate();
    });
  }

  protected override view(): View {
    const { state } = this.session;
    const { all, form } = this.texts;
    return (
      (all && state.status === 'signed-in' && this.#steps?.view(state.account, all)) || {
        step: 'loading',
        heading: form.working,
      }
    );
  }

  protected override step(): View {
    return this.view();
  }

  /** What is plainly wrong is said without asking the server. */
  wrong(errors: Parameters<CredentialElement['refuse']>[0]): void {
    this.refuse(errors);
  }

  /** Before the first step is chosen there is nothing to go to. */
  override focus(): void {
    if (this.#steps) super.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-account-care': PortalAccountCare;
  }
}
