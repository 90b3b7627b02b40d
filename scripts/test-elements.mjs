// `npm run test:elements [-- options of web-test-runner]`: the element tests in each engine, one after the other.
import { engines, wtrCommand } from './suites.mjs';
import { onInterrupt, runCommand } from './run-command.mjs';

const wanted = process.env.BROWSERS?.split(',').filter(Boolean) ?? engines;
onInterrupt(() => {});
for (const engine of wanted) {
  const { code } = await runCommand([...wtrCommand, ...process.argv.slice(2)], {
    show: true,
    env: { BROWSERS: engine },
  });
  if (code !== 0) process.exitCode = 1;
}
