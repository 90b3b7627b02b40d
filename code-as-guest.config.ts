/**
 * What the built script is made of beside our own code, as it must be on other people's pages. Stock Lit throws while it
 * loads where a policy lists trusted types without `lit-html`, or where the page holds `<a id="litHtmlVersions">`, and
 * builds its templates with whatever `<img name="createElement">` has put in the place of the document's own method.
 */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const templates = JSON.stringify(resolve('src/internal/templates.ts'));

type Change = [from: string, to: string];

const changes: Record<string, Change[]> = {
  'lit-html/lit-html.js': [
    // Ours, which may be refused: portal.ts then says so in the form's place.
    ['e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0', 'e=portalPolicy'],
    // Nothing that is looked up on the document itself, where the names of its images and forms come first.
    ['l=document,', ''],
    [
      'const t=globalThis,',
      'const l=Object.fromEntries(["createComment","createElement","createTextNode","importNode"].map(n=>[n,Document.prototype[n].bind(document)])),t=globalThis,',
    ],
    ['P.currentNode=l,', 'P.currentNode=document,'],
    ['l.createTreeWalker(l,129)', 'Document.prototype.createTreeWalker.call(document,document,129)'],
    // The listener itself as options: of these a polluted prototype would have the say. We use none.
    [
      'e&&this.element.removeEventListener(this.name,this,s),h&&this.element.addEventListener(this.name,this,t)',
      'e&&this.element.removeEventListener(this.name,this),h&&this.element.addEventListener(this.name,this)',
    ],
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [',p=a.reactiveElementPolyfillSupport', ''],
    [',a.litPropertyMetadata??=new WeakMap;', ';'],
    // Of standard decorators, which we do not use.
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
  ],
  '@lit/reactive-element/css-tag.js': [
    ['t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&', ''],
    // Advice for who writes styles. Ours are written, and visitors would download it.
    ['throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.")', 'throw Error()'],
    [
      `throw Error("Value passed to 'css' function must be a 'css' function result: "+t+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")`,
      'throw Error(t)',
    ],
  ],
  'lit-element/lit-element.js': [
    [
      ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
      ';',
    ],
    [';(s.litElementVersions??=[]).push("4.2.2")', ''],
  ],
};

export const codeAsGuest: Plugin = {
  name: 'code-as-guest',
  apply: 'build',
  transform: {
    filter: { id: /\/node_modules\/(lit-html|lit-element|@lit\/reactive-element)\// },
    handler(code, id) {
      const file = Object.keys(changes).find((path) => id.endsWith(`/node_modules/${path}`));
      if (!file) return null;
      const imports = file.startsWith('lit-html') ? `import{policy as portalPolicy}from${templates};` : '';
      let changed = code;
      for (const [from, to] of changes[file]!) {
        // A newer Lit says it in other words: look at what it does now, and write the change anew.
        if (changed.split(from).length !== 2) throw new Error(`${id}: expected once: ${from}`);
        changed = changed.replace(from, () => to);
      }
      return { code: imports + changed, map: null };
    },
  },
  renderChunk(code) {
    // The bundler's own: what a page has put on Object.prototype would be taken for exports, and not be functions.
    const own = code.replace(/\bfor ?\(var (\w+) in (\w+)\)/g, 'for(var $1 of Object.keys($2))');
    return { code: own, map: null };
  },
};
