/** T23: a page with a library that changes the built-in objects, loaded before our script. */
import { loadOldLibrary } from '../support/old-library.ts';
import { useScriptedBackend } from '../support/scripted-backend.ts';
import { logInBeside } from './log-in-beside.ts';

const backend = useScriptedBackend();

describe('T23: a library of 2010, loaded before the script', () => {
  it('does not keep anybody from logging in, nor changes what is sent', () =>
    logInBeside(backend, loadOldLibrary, { isFirst: true }));
});
