import '#web/styles/fonts.css';
import './portal.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { currentLanguage, setCurrentLanguage, type Language } from '#web/lib/language.ts';
import { PortalPage } from './portal-page.tsx';
import { PortalWords, wordsIn } from './portal-words.ts';

/** The public pages behind a QR: small, without the shell, for whoever holds the phone. */
function Portal() {
  const [language, setLanguage] = useState(currentLanguage());
  const choose = (chosen: Language): void => {
    setCurrentLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <PortalWords value={wordsIn(language)}>
      <PortalPage language={language} onLanguage={choose} />
    </PortalWords>
  );
}

setCurrentLanguage(currentLanguage());
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
