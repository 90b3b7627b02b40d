const link = /([#&])portal-link=([\w-]+)&?/;

/** The token of a link that led here, taken out of the address at once: once on a page. What else is there stays. */
export function takeLink(): string | undefined {
  const { hash } = location;
  const [, , token] = link.exec(hash) ?? [];
  // An empty fragment leaves no mark of its own behind.
  if (token)
    history.replaceState(
      history.state,
      '',
      hash.replace(link, '$1').replace(/[#&]$/, '') || location.pathname + location.search,
    );
  return token;
}
