/** A source file by its path from the project's root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly path: string;
  readonly rule: string;
  readonly what: string;
}

export const contexts = [
  'registry',
  'people',
  'intake',
  'linkage',
  'production',
  'quality',
  'support',
  'credit',
  'books',
  'insight',
  'duplicates',
  'places',
] as const;
export type Context = (typeof contexts)[number];

export const floorOf = (path: string): string => path.split('/')[0]!;
export const contextOf = (path: string): Context | undefined => {
  const [floor, name] = path.split('/');
  return floor === 'contexts' ? (name as Context) : undefined;
};
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
