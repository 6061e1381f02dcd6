import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs } from 'typescript-eslint';

// Few rules, each with its reason. How code looks is prettier's matter; which folder may import which,
// what may hold SQL and what needs a test is held by test/architecture.

const tests = ['**/*.test.ts', 'test/**', '**/test-support/**'];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/generated/',
    '**/coverage/',
    '.linju/',
    '.turbo/',
    // Third-party code with our one change; it follows its own style.
    'patches/',
  ]),
  // A disable comment that disables nothing any more hides the next real finding.
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  // The language's own traps: unreachable code, duplicate keys, assignments in conditions.
  js.configs.recommended,
  {
    rules: {
      // Control characters are refused in input, so they have to be named.
      'no-control-regex': 'off',
      // == compares after converting; '' == 0 is true. (== null is allowed: it asks one thing.)
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // A value that is not assigned again should say so.
      'prefer-const': 'error',
      // Two names for one thing confuse; a default export has a new name at each import.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name, so that the thing is called the same everywhere.',
        },
      ],
      // A reader keeps about this many paths, arguments and levels in mind. The longest functions of the
      // codebases we learn from are refactored here before they grow.
      complexity: ['error', 15],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      // Output of a process is its log, which is structured and redacted; console is neither.
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [configs.base],
    languageOptions: {
      // One program per tsconfig, as the compiler sees the files: a rule about promises needs types.
      parserOptions: {
        project: ['tsconfig.json', 'clients/*/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // The compiler says it better, and knows types and globals.
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'no-redeclare': 'off',
      'no-dupe-class-members': 'off',
      // What nobody reads misleads; an underscore says that a position had to be filled.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      // any switches the compiler off for everything it touches; unknown makes one look first.
      '@typescript-eslint/no-explicit-any': 'error',
      // `Function` may be called with anything; where a library wants it, a comment says which.
      '@typescript-eslint/no-unsafe-function-type': 'error',
      // A type import leaves no import at run time, so decorated classes may name each other in circles.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Silencing the compiler needs a sentence, and must fail once the reason is gone.
      '@typescript-eslint/ban-ts-comment': 'error',
      // A promise nobody waits for fails outside every try and, in Node, ends the process.
      '@typescript-eslint/no-floating-promises': 'error',
      // An async function where a plain one is called for: its failure goes nowhere.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // Awaiting a value that is no promise shows a misunderstanding.
      '@typescript-eslint/await-thenable': 'error',
      // Only an Error has a stack and a cause.
      '@typescript-eslint/only-throw-error': 'error',
      // Closed lists are closed: a new state must fail to compile or to lint where it is not handled.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // Plain Node: the bootstrap runs before anything is installed, the configurations before anything is built.
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  {
    // The tools that read these files want a default export.
    files: ['**/*.config.{js,mjs,ts}', 'test/support/{reporter,postgres-server}.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // The command line tool speaks to a person at a terminal.
    files: ['cli/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A factory that declares classes or tables is a list: its length is the number of fields, not of ideas.
    files: ['kit/graph/**', 'kit/data/*-tables.ts', '**/tables/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // A test is a list of guarantees with whole answers written out; its length is no second idea.
    files: tests,
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off', 'no-console': 'off' },
  },
);
