import { createServer } from 'node:net';

/** How many ports are tried: beyond that something else is wrong. */
const TRIES = 50;

/** `first`, or the next port that nobody listens on, neither on IPv4 nor on IPv6: "localhost" may mean either. */
export async function freePort(first, taken = []) {
  for (let port = first; port < Math.min(first + TRIES, 65_536); port++) {
    if (!taken.includes(port) && (await isFree(port, '127.0.0.1')) && (await isFree(port, '::1')))
      return port;
  }
  throw new Error(`No free port from ${first} on.`);
}

function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has nobody listening there either.
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
