/** Every address of this context's pages; links are made with these, never by hand. */
export const creditPaths = {} as const;
