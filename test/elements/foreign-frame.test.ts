import { expect } from '@open-wc/testing';
import { isInForeignFrame } from '../../src/elements/foreign-frame.ts';

const here = new URL('../support/frame.html', import.meta.url);
here.search = '';
/** The same server by its other name: another origin. */
const elsewhere = new URL(here);
elsewhere.hostname = here.hostname === 'localhost' ? '127.0.0.1' : 'localhost';

const around = (page: URL, inner: URL) => `${page.href}?inner=${encodeURIComponent(inner.href)}`;

/** What the innermost page says. */
async function asked(src: string): Promise<boolean> {
  const frame = document.createElement('iframe');
  frame.src = src;
  const told = new Promise<boolean>((resolve) =>
    addEventListener('message', ({ data }: MessageEvent<{ isForeign: boolean }>) => resolve(data.isForeign), {
      once: true,
    }),
  );
  document.body.append(frame);
  const isForeign = await told;
  frame.remove();
  return isForeign;
}

describe('T25: a page knows that it is shown inside another website’s', () => {
  it('not at the top', () => {
    expect(isInForeignFrame()).to.equal(false);
  });

  it('not inside a page of its own, at any depth', async () => {
    expect(await asked(here.href)).to.equal(false);
    expect(await asked(around(here, here))).to.equal(false);
  });

  it('inside a page of another origin', async () => {
    expect(await asked(elsewhere.href)).to.equal(true);
  });

  it('also when the page around that one is its own', async () => {
    expect(await asked(around(elsewhere, here))).to.equal(true);
  });
});
