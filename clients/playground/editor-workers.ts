import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphqlWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

// Monaco asks for a worker by the language it edits. Each is a file of our own origin: without this it
// would fall back to the main thread, and GraphiQL's other ready-made setups load from a CDN. GraphiQL's
// own setup for vite is not used because it writes a line to the console for every worker.
self.MonacoEnvironment = {
  getWorker(_id: string, language: string): Worker {
    if (language === 'graphql') return new GraphqlWorker();
    if (language === 'json') return new JsonWorker();
    return new EditorWorker();
  },
};
