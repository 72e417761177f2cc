import { z } from 'zod';
import { document } from '#kernel/method.ts';

const sheet = {
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(['vi', 'en', 'th']).default('vi'),
};

/** Size and rating of all organisations one may see, as last computed: every row or criterion, with its points and blanks. */
export const exportScorecards = document('books.scorecard.export', {
  input: z.object({ card: z.enum(['rating', 'size']).default('rating'), ...sheet }),
});

/** The books in short of all organisations one may see, a line of theirs in each row. */
export const exportBookLines = document('books.year-book-line.export', { input: z.object(sheet) });

/** What members sold through all organisations one may see; whose it was stands in the sheets of each. */
export const exportPatronage = document('books.patronage.export', { input: z.object(sheet) });
