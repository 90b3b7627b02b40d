import { expect } from '@open-wc/testing';
import { setStates } from '../../src/ui/states.ts';

class StatefulElement extends HTMLElement {
  readonly internals = this.attachInternals();
}
customElements.define('stateful-element', StatefulElement);

describe('states', () => {
  it('are exactly those that were set last, also when several end at once', () => {
    const element = new StatefulElement();
    const isSet = (name: string) => element.matches(`:state(${name})`);
    setStates(element.internals, ['step-one', 'busy', 'late', false]);
    expect(['step-one', 'busy', 'late'].map(isSet)).to.deep.equal([true, true, true]);
    setStates(element.internals, ['step-two']);
    expect(['step-one', 'busy', 'late', 'step-two'].map(isSet)).to.deep.equal([false, false, false, true]);
  });
});
