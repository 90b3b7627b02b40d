/** Who has an account at the demo bakery. The first two share a mailbox, and see different things. */
export interface DemoPerson {
  id: string;
  name: string;
  email: string;
}

export const demoPassword = 'flour water salt time';

const mailbox = 'mira@hearth.example';

export const mira = { id: 'demo-mira', name: 'Mira Hollis', email: mailbox };
export const catering = { id: 'demo-catering', name: 'Hollis Catering', email: mailbox };
/** Has just joined: everything is empty still. */
export const theo = { id: 'demo-theo', name: 'Theo Lindqvist', email: 'theo@hearth.example' };

/** They log in with `demoPassword`. */
export const demoPeople: readonly DemoPerson[] = [mira, catering, theo];

const given = [
  'Ada',
  'Bram',
  'Carla',
  'Dev',
  'Elif',
  'Femi',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kenji',
  'Lotte',
];
const family = ['Marsh', 'Okafor', 'Petrov'];

/** Fill the groups. Nobody logs in as they. */
export const demoNeighbours: readonly DemoPerson[] = family.flatMap((last, row) =>
  given.map((first, column) => {
    const number = row * given.length + column + 1;
    return {
      id: `demo-neighbour-${number}`,
      name: `${first} ${last}`,
      email: `neighbour-${number}@hearth.example`,
    };
  }),
);
