import { killing } from './house.ts';
import { randomRounds } from './rounds.ts';

/** A short seed of tests/long/kill.test.ts. */
killing([...randomRounds(2), ...randomRounds(1, 'product and database')]);
