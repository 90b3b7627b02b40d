/**
 * What a polluted prototype adds to every object that names no member of its own: all that a request can be made of
 * (Fetch, RequestInit), and what our own options are called. In one piece, so that it can be sent to a page.
 */
export function pollute(): () => void {
  const pollution = {
    method: 'PUT',
    headers: { 'X-Evil': '1' },
    body: 'evil',
    signal: 'evil',
    credentials: 'include',
    mode: 'same-origin',
    cache: 'force-cache',
    redirect: 'follow',
    referrer: '/evil',
    referrerPolicy: 'unsafe-url',
    integrity: 'sha256-evil',
    keepalive: true,
    priority: 'low',
    duplex: 'half',
    key: 'evil',
    token: 'evil',
    target: 'evil',
    timeout: 0,
    isBackground: true,
    toJSON: () => 'evil',
  };
  const { toJSON } = pollution;
  const others = [Array.prototype, String.prototype, Number.prototype];
  Object.assign(Object.prototype, pollution);
  for (const prototype of others) Object.assign(prototype, { toJSON });
  return () => {
    for (const name of Object.keys(pollution)) Reflect.deleteProperty(Object.prototype, name);
    for (const prototype of others) Reflect.deleteProperty(prototype, 'toJSON');
  };
}
