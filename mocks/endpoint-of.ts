/** Which endpoint of the contract a request is for: the contract's table, read backwards. */
import { allEndpoints } from '../src/contract/all-endpoints.ts';
import type { EndpointName } from '../src/contract/endpoints.ts';

interface Row {
  name: EndpointName;
  method: string;
  path: RegExp;
}

const rows: Row[] = [];
let name: EndpointName;
for (name in allEndpoints) {
  const { method, path } = allEndpoints[name];
  rows.push({ name, method, path: new RegExp(`^/[^/]+${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) });
}

/** Of any business; undefined for what is not the contract's. */
export function endpointOf(request: Request): EndpointName | undefined {
  const { pathname } = new URL(request.url);
  return rows.find((row) => row.method === request.method && row.path.test(pathname))?.name;
}
