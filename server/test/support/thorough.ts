/**
 * How often a test with random input runs: all of it in `npm run test:security`, a tenth in `npm test`, which is
 * to be done within a quarter of an hour.
 */
export const thorough = (runs: number): number =>
  process.env['PORTAL_TESTS_THOROUGH'] ? runs : Math.ceil(runs / 10);
