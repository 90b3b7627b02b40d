/** How a provider hands its texts to the elements inside it. */
import { createContext } from '@lit/context';
import type { StringOverrides } from './strings.ts';

/** `Symbol.for`: two copies of the script on one page share it. */
export const stringsContext = createContext<StringOverrides>(Symbol.for('portal-elements.strings'));
