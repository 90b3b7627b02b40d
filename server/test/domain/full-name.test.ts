import { expect, it } from 'vitest';
import { nameProblem, tidyName } from '../../src/domain/full-name.ts';

it.each(['Ada Lovelace', '王小明', 'D’Arcy-Núñez', 'Ada 👩‍🚀'])('takes the name %j', (name) =>
  expect(nameProblem(tidyName(name))).toBeUndefined(),
);

it.each(['Ada\u0000', 'A\u0007da', 'Ada\ud800', '\udc00Ada'])('refuses %j', (name) =>
  expect(nameProblem(tidyName(name))).toBe('invalid'),
);
