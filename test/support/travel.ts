/** Moves the time of the page, and with it that of the server inside the page. Put back after each test. */
const realNow = Date.now;

afterEach(() => {
  Date.now = realNow;
});

export function travel(milliseconds: number): void {
  const before = Date.now;
  Date.now = () => before() + milliseconds;
}
