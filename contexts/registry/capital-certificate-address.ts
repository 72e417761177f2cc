/** Where the code printed on a certificate of contribution leads. web/registry/paths.ts builds on it. */
export const pageOfCapitalCertificate = (token: string): string => `/registry/certificates/${token}`;
