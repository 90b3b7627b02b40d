// The public API of the elements, read from their JSDoc. scripts/manifest.mjs runs this and formats the result.
import { readFileSync } from 'node:fs';
import { tokens } from './scripts/theming.mjs';

/** Building blocks that only our own elements may use. */
const privateElements = ['portal-field', 'portal-action'];

/** They show nothing of their own. */
const withoutLooks = ['portal-gate', 'portal-provider'];

/** The parameter names of helpers that dispatch any event: the analyzer takes them for event names. */
const notEvents = new Set(['type', 'name', '']);

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  // Sorted: the files are found in the order in which the disk answers, which is another one now and then.
  overrideModuleCreation: ({ ts, globs }) =>
    globs
      .toSorted()
      .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2015, true)),
  plugins: [
    {
      name: 'public-api-only',
      packageLinkPhase({ customElementsManifest }) {
        customElementsManifest.modules = customElementsManifest.modules.flatMap((module) => {
          const declarations = (module.declarations ?? []).filter(isPublicElement).map(publicParts);
          const names = new Set(declarations.map(({ name }) => name));
          const exports = (module.exports ?? []).filter(({ declaration }) => names.has(declaration?.name));
          return declarations.length ? [{ ...module, declarations, exports }] : [];
        });
      },
    },
  ],
};

function isPublicElement({ customElement, tagName }) {
  return customElement && tagName && !privateElements.includes(tagName);
}

function publicParts(declaration) {
  const isPublic = ({ privacy, name }) =>
    privacy === undefined || (privacy === 'public' && !name.startsWith('#'));
  return {
    ...declaration,
    ...(!withoutLooks.includes(declaration.tagName) && { cssProperties: cssPropertiesOf(declaration) }),
    ...(declaration.members && { members: declaration.members.filter(isPublic) }),
    ...(declaration.events && {
      events: declaration.events.filter(({ name }) => name && !notEvents.has(name)),
    }),
  };
}

/** What the element's own JSDoc says of a token goes before what is said of it in general. */
function cssPropertiesOf({ cssProperties: own = [] }) {
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...tokens.filter(({ name }) => !names.has(name))];
}
