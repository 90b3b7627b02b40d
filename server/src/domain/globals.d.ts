/** The one platform class that the domain uses: a pure function of its argument, in Node and in browsers alike. */
declare class URL {
  constructor(url: string);
  static canParse(url: string): boolean;
  readonly hostname: string;
}
