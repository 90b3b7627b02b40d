/** From the attribute's value to a screen, its state, and the answers that lead there. */
import { warnOnce } from '../session/warn-once.ts';
import type { Script } from './client.ts';
import { fresh, usual } from './data.ts';
import { freshHub, hub } from './hub-data.ts';
import { problemOf } from './problems.ts';
import { choice, type Screen, screens } from './screens.ts';

export interface Scene {
  screen: Screen;
  state: string | undefined;
  script: Script;
}

const waiting = ['busy', 'loading'];

/** Every name that an element's attribute can have, problems of the contract beyond those that are named left out. */
export const namesOf = (tag: string): string[] =>
  Object.entries(screens[tag] ?? {}).flatMap(([name, { states = [] }]) => [
    name,
    ...states.map((state) => `${name}:${state}`),
  ]);

/** `value`: of the attribute. What it does not know becomes the element's first screen, and a warning. */
export function sceneOf(tag: string, value: string): Scene {
  const known = screens[tag] ?? {};
  const [name = '', state] = value.trim().split(':');
  const screen = Object.hasOwn(known, name) ? known[name] : undefined;
  if (screen && (state === undefined || isState(screen, state)))
    return toScene(screen, state ?? screen.usually);
  if (value) {
    const names = namesOf(tag).join(', ');
    const others = 'and, behind the colon, the codes of the contract’s problems';
    warnOnce(`<${tag} preview="${value}"> is no screen. There are: ${names}; ${others}.`);
  }
  return toScene(Object.values(known)[0] ?? { who: 'nobody' }, undefined);
}

const isState = ({ states = [], on }: Screen, state: string): boolean =>
  states.includes(state) || (!!on && !!problemOf(state));

function toScene(screen: Screen, state: string | undefined): Scene {
  const { who, on = [], answers } = screen;
  const isNew = state === 'empty';
  return {
    screen,
    state,
    script: {
      answers: {
        ...usual,
        ...hub,
        ...(isNew && { ...fresh, ...freshHub }),
        ...((who === 'chooser' || who === 'registered') && choice),
        ...answers?.(state),
      },
      troubled: on,
      trouble: state === undefined ? undefined : waiting.includes(state) ? 'waiting' : problemOf(state),
      blocked: who === 'blocked' ? (state as Script['blocked']) : undefined,
    },
  };
}
