/** The same request as a trusted proxy passes it on. */
export function fromAddress(address: string, request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set('X-Forwarded-For', address);
  return new Request(request, { headers });
}

let clients = 0;

/** An address that no other client of this process has. */
export function newAddress(): string {
  clients += 1;
  return `10.${(clients >> 16) & 255}.${(clients >> 8) & 255}.${clients & 255}`;
}
