import { beforeAll, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { describeStorage } from '../support/databases.ts';
import { conformanceTarget, startTestPortal } from '../support/test-portal.ts';

describeStorage('apps that several systems set up at once', (current) => {
  let target: Target;
  beforeAll(async () => {
    target = await conformanceTarget(await startTestPortal(current().db));
  });

  it('keep what each of them said', async () => {
    const system = await Visitor.arrive(target);
    const app = { name: 'Courses', url: 'https://courses.example/' };
    const changes = [
      { badge: 3 },
      { position: 5 },
      { access: 'listed' as const },
      { icon: 'https://courses.example/icon.png' },
      {
        signOn: {
          redirectUris: ['https://courses.example/in'],
          initiateLoginUri: 'https://courses.example/go',
        },
      },
    ];
    for (let round = 0; round < 5; round += 1) {
      const of = { parameters: { id: `courses-${round}` } };
      // Half of the times it is there before.
      if (round % 2 === 0) await system.succeed('putApp', app, of);
      const put = changes.map((change) => system.succeed('putApp', { ...app, ...change }, of));
      const disabled = round % 2 === 0 ? [system.succeed('disableApp', undefined, of)] : [];
      await Promise.all([...put, ...disabled]);
      const { apps } = await system.succeed('listApps');
      expect(apps.find(({ id }) => id === of.parameters.id)).toMatchObject({
        ...{ badge: 3, position: 5, access: 'listed', icon: changes[3]?.icon, enabled: round % 2 !== 0 },
        signOn: { redirectUris: ['https://courses.example/in'] },
      });
    }
  });
});
