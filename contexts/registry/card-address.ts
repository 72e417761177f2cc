/** Where a card leads. What stands behind # never leaves the phone: the page checks it there. */
export const pageOfCard = (origin: string, card: string): string => `${origin}/m/#${card}`;
