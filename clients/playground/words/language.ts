import { useSyncExternalStore } from 'react';
import { playgroundStorage } from '../playground-storage.js';
import { en } from './en.js';
import type { Words } from './words.js';
import { zh } from './zh.js';

/** The languages the page speaks, as the `lang` attribute spells them. */
export type Language = 'zh-CN' | 'en';

const STORED_AS = 'language';
const listeners = new Set<() => void>();
let chosen: Language = storedLanguage() ?? browserLanguage();

/** The language chosen by this person, else the browser's; 中文 where the browser asks for neither. */
export function currentLanguage(): Language {
  return chosen;
}

/** The words of the current language, for code outside a component. */
export function currentWords(): Words {
  return chosen === 'en' ? en : zh;
}

/** Switches the page at once and remembers the choice in this browser. */
export function chooseLanguage(language: Language): void {
  chosen = language;
  playgroundStorage.setItem(STORED_AS, language);
  for (const listener of listeners) listener();
}

/** The current language, for a component: it renders again when the choice changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** The words of the current language, for a component. */
export function useWords(): Words {
  return useSyncExternalStore(subscribe, currentWords);
}

/** Keeps the document's `lang` and title in the current language, from now on. */
export function keepPageInLanguage(): void {
  const apply = (): void => {
    document.documentElement.lang = chosen;
    document.title = currentWords().title;
  };
  apply();
  subscribe(apply);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function storedLanguage(): Language | null {
  const stored = playgroundStorage.getItem(STORED_AS);
  return stored === 'zh-CN' || stored === 'en' ? stored : null;
}

function browserLanguage(): Language {
  const asked = globalThis.navigator?.languages ?? [];
  const first = asked.find((tag) => /^(zh|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
