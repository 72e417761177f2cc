import { createContext, type ReactNode } from 'react';

/** What stands beside the filters of every list, put there by the shell. */
export const ListTools = createContext<ReactNode>(null);
