interface Asked {
  readonly organisation?: string | undefined;
  readonly areaM2?: number | undefined;
  readonly commodity?: string | undefined;
}

const withSearch = (path: string, asked: Asked): string => {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? path
    : `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
};

/** Every address of this context's pages; links are made with these, never by hand. */
export const supportPaths = {
  policies: '/support/policies',
  policy: (id: string) => `/support/policies/${id}`,
  measure: (id: string) => `/support/measures/${id}`,
  check: (id: string, asked: Asked = {}) => withSearch(`/support/measures/${id}/check`, asked),
  newApplication: (measure: string, asked: Asked = {}) => withSearch(`/support/measures/${measure}/apply`, asked),
  applications: '/support/applications',
  application: (id: string) => `/support/applications/${id}`,
  editApplication: (id: string) => `/support/applications/${id}/edit`,
} as const;
