/** Which endpoint of the contract a request is for: the contract's table, read backwards. */
import { endpoints, type EndpointName } from '../src/contract/endpoints.ts';

interface Row {
  name: EndpointName;
  method: string;
  path: RegExp;
}

const rows: Row[] = [];
let name: EndpointName;
for (name in endpoints) {
  const { method, path } = endpoints[name];
  rows.push({ name, method, path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) });
}

/** `backend` is the business's backend URL; undefined for what is not the contract's. */
export function endpointOf(request: Request, backend: string): EndpointName | undefined {
  const { origin, pathname } = new URL(request.url);
  const below = `${origin}${pathname}`;
  if (!below.startsWith(`${backend}/`)) return undefined;
  const path = below.slice(backend.length);
  return rows.find((row) => row.method === request.method && row.path.test(path))?.name;
}
