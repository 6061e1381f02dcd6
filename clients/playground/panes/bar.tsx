import type { ReactElement } from 'react';
import { chooseLanguage, useLanguage, useWords, type Language } from '../words/language.js';

/** The line above GraphiQL: whose page this is, the service's health, where the docs are, the language. */
export function Bar(): ReactElement {
  const words = useWords();
  return (
    <header className="linju-bar">
      <h1>
        <span lang="zh-CN">邻聚</span> linju <small>{words.page}</small>
      </h1>
      <nav>
        <a href="/health/ready" target="_blank" rel="noopener">
          {words.health}
        </a>
      </nav>
      <p>{words.whereDocs}</p>
      <div className="linju-languages" role="group" aria-label={words.chooseLanguage}>
        <LanguageButton language="zh-CN" label="中文" />
        <LanguageButton language="en" label="English" />
      </div>
    </header>
  );
}

function LanguageButton({ language, label }: LanguageButtonProps): ReactElement {
  const isChosen = useLanguage() === language;
  return (
    <button
      type="button"
      lang={language}
      aria-pressed={isChosen}
      onClick={() => chooseLanguage(language)}
    >
      {label}
    </button>
  );
}

interface LanguageButtonProps {
  readonly language: Language;
  readonly label: string;
}
