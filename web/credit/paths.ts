import type { DossierId } from '#contexts/credit/dossier.ts';
import type { ProductId } from '#contexts/credit/product.ts';

/** Every address of this context's pages; links are made with these, never by hand. */
export const creditPaths = {
  products: '/credit/products',
  product: (id: ProductId | ':id') => `/credit/products/${id}`,
  newProduct: '/credit/products/new',
  changeProduct: (id: ProductId | ':id') => `/credit/products/${id}/change`,
  dossiers: '/credit/dossiers',
  dossier: (id: DossierId | ':id') => `/credit/dossiers/${id}`,
  desk: '/credit/desk',
  deskDossier: (id: DossierId | ':id') => `/credit/desk/${id}`,
  verify: '/credit/verify',
  /** What the QR code on a printed dossier opens. */
  verifyCode: (code: string) => `/credit/verify/${code}`,
} as const;
