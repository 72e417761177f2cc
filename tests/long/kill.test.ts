import { killing } from '#tests/kill/house.ts';
import { randomRounds } from '#tests/kill/rounds.ts';

killing([...randomRounds(10), ...randomRounds(3, 'product and database')]);
