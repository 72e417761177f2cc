const content =
  typeof document === 'undefined'
    ? ''
    : (document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '');

/** The nonce the server gave this page; style elements made while it runs must carry it (content security policy). */
export const styleNonce = (): string => (content.startsWith('__') ? '' : content);

// The scroll lock of dialogs makes a style element of its own and looks for its nonce here.
if (styleNonce() !== '') Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
