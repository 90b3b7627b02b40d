import { expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/business.ts';
import { describeStorage } from '../support/databases.ts';
import { aBusiness, inParallel, unique } from '../support/records.ts';

describeStorage('businesses', (current) => {
  it('finds a business by its slug, with its settings', async () => {
    const { businesses } = current().storage;
    const settings = {
      ...defaultSettings,
      name: 'Hearth & Crumb',
      origins: ['https://hearth.example'],
      logo: 'https://x.test/l.png',
    };
    const business = aBusiness({ settings });
    expect(await businesses.put(business)).toEqual(business);
    expect(await businesses.bySlug(business.slug)).toEqual(business);
    expect(await businesses.bySlug('nobody')).toBeUndefined();
  });

  it('replaces the settings of a known slug and keeps its id', async () => {
    const { businesses } = current().storage;
    const first = await businesses.put(aBusiness());
    const settings = { ...first.settings, name: 'Renamed', signUpOpen: false };
    expect(await businesses.put(aBusiness({ slug: first.slug, settings }))).toEqual({ ...first, settings });
    expect(await businesses.bySlug(first.slug)).toEqual({ ...first, settings });
  });

  it('gives one id to all who put the same slug at once', async () => {
    const { businesses } = current().storage;
    const slug = unique('slug');
    const put = await inParallel(20, () => businesses.put(aBusiness({ slug })));
    expect(new Set(put.map(({ id }) => id)).size).toBe(1);
  });

  it('fills settings that are younger than the stored document with their defaults', async () => {
    const { db, storage } = current();
    const slug = unique('slug');
    await db
      .insertInto('businesses')
      .values({ id: slug, slug, settings: '{"name":"Old","accent":"#b4481e"}' })
      .execute();
    expect((await storage.businesses.bySlug(slug))?.settings).toEqual({
      ...defaultSettings,
      name: 'Old',
      accent: '#b4481e',
    });
  });

  it('lists all businesses by slug', async () => {
    const { businesses } = current().storage;
    await businesses.put(aBusiness({ slug: 'zebra' }));
    await businesses.put(aBusiness({ slug: 'aardvark' }));
    const slugs = (await businesses.all()).map(({ slug }) => slug);
    expect(slugs.at(0)).toBe('aardvark');
    expect(slugs.at(-1)).toBe('zebra');
  });
});
