/** The one platform class that the domain uses: a pure function of its argument, in Node and in browsers alike. */
declare class URL {
  constructor(url: string);
  static canParse(url: string): boolean;
  readonly hostname: string;
  readonly protocol: string;
  readonly origin: string;
  readonly href: string;
  readonly username: string;
  readonly password: string;
  readonly hash: string;
  readonly searchParams: { append(name: string, value: string): void };
}
