import { useGraphiQL } from '@graphiql/react';
import { useEffect, type ReactElement } from 'react';
import { useLanguage, useWords } from '../words/language.js';

/** Under an answer window that is still empty: how to get an answer. Gone once the tab has one. */
export function NoAnswerYet(): ReactElement | null {
  const words = useWords();
  const language = useLanguage(); // Stands inside the English part of the page.
  const isEmpty = useGraphiQL(
    ({ tabs, activeTabIndex, isFetching, fetchError }) =>
      !tabs[activeTabIndex]?.response && !isFetching && !fetchError,
  );
  const answerEditor = useGraphiQL((state) => state.responseEditor);
  // GraphiQL leaves the error of a failed schema request in the window, also after the graph is back.
  useEffect(() => {
    if (isEmpty) answerEditor?.setValue('');
  }, [isEmpty, answerEditor]);
  if (!isEmpty) return null;
  return (
    <p className="linju-no-answer" lang={language}>
      {words.noAnswerYet}
    </p>
  );
}
