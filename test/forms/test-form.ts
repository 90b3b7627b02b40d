/** A host for the form controller alone: no session, no steps of ours. */
import { css, html, LitElement } from 'lit';
import { CredentialForm } from '../../src/forms/credential-form.ts';
import { action, field } from '../../src/forms/fields.ts';
import { PortalAction } from '../../src/forms/portal-action.ts';
import { PortalField } from '../../src/forms/portal-field.ts';
import { formShield } from '../../src/forms/shield.styles.ts';
import { cardStyles } from '../../src/ui/card.styles.ts';

export class TestForm extends LitElement {
  /** Of one width: how wide the element itself is, is the page's to say. */
  static override styles = [
    cardStyles,
    formShield,
    css`
      .card {
        inline-size: 300px;
      }
    `,
  ];
  static override properties = { step: {}, error: {}, isBusy: {} };
  declare step: string | undefined;
  declare error: string | undefined;
  declare isBusy: boolean;
  submits: Record<string, string>[] = [];
  readonly form = new CredentialForm(this, () => {
    this.submits.push({ email: this.form.value('email'), password: this.form.value('password') });
  });

  constructor() {
    super();
    this.step = 'password';
    this.isBusy = false;
  }

  override render() {
    return html`<div class="card"><slot name="form"></slot></div>`;
  }

  override updated() {
    const email = field({
      id: 'test-email',
      name: 'email',
      label: 'Email',
      type: 'email',
      autocomplete: 'username',
      error: this.error,
    });
    const password = field({
      id: 'test-password',
      name: 'password',
      label: 'Password',
      type: 'password',
      autocomplete: 'current-password',
      hint: 'Any password',
      reveal: 'Show password',
    });
    const content = html`${email}${this.step === 'password' ? password : ''}${action('Go', this.isBusy)}`;
    this.form.show(this.step ?? '', 'Test', this.step ? content : undefined);
  }

  get light(): HTMLFormElement | null {
    return this.querySelector('form');
  }

  input(name: string): HTMLInputElement {
    const input = this.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (!input) throw new Error(`No input ${name}`);
    return input;
  }
}

for (const [tag, element] of [
  ['portal-field', PortalField],
  ['portal-action', PortalAction],
  ['test-form', TestForm],
] as const) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
