import { readFileSync } from 'node:fs';

// Spelling is checked with British English and with our own words. A product word comes from the glossary,
// so a new one is entered there and nowhere else; docs/dictionary.txt is for words that are no product words:
// names of libraries, Postgres settings, technical terms.

const glossary = readFileSync(new URL('docs/glossary.md', import.meta.url), 'utf8');

// The first column of the glossary's tables, `like this`. Where it lists what is never used, the heading
// says so, and those words are not let in.
const glossaryWords = glossary
  .split(/^## /m)
  .filter((section) => !section.startsWith('Never'))
  .flatMap((section) => section.split('\n'))
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => (line.split('|')[1] ?? '').match(/[A-Za-z]\w*/g) ?? [])
  // A plural needs no entry of its own.
  .flatMap((word) => [word, `${word}s`]);

// Two or more syllables of pinyin in a row: the readable end of an id, a place without an English name.
// cspell:disable
const initial = '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?';
const final =
  '(?:iang|iong|uang|[aeio]ng|iao|ian|uai|uan|[ae]i|ao|ou|[aeiu]n|i[aeu]|u[aoei]|er|[aoeiuv])';
// cspell:enable
const pinyin = `/\\b(?:${initial}${final}){2,}\\b/gi`;

export default {
  version: '0.2',
  // The domain speaks British English: NOT_AUTHORISED, Programme, Organisation.
  language: 'en-GB',
  dictionaryDefinitions: [{ name: 'project', path: './docs/dictionary.txt' }],
  dictionaries: ['project', 'typescript', 'node', 'npm', 'softwareTerms', 'html', 'css', 'sql'],
  words: glossaryWords,
  // British English knows -ize forms too; one word, one spelling.
  flagWords: ['organization', 'organizations', 'authorized', 'unauthorized', 'neighborhood'],
  ignoreRegExpList: [
    // Chinese and Arabic are not ours to spell-check; full-width punctuation goes with it.
    '/[\\p{Script=Arabic}\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]+/gu',
    // Ids: type prefix and ULID, or a pinyin slug.
    '/\\b[a-z]+_(?:seed|fixture)_\\w+/g',
    '/\\b[a-z]+_[0-9A-HJKMNP-TV-Z]{26}\\b/g',
    // Alphabets of codes and ids: no word has six capitals without a vowel in a row.
    '/[0-9A-Z]*[B-DF-HJ-NP-TV-Z]{6,}[0-9A-Z]*/g',
    // Advisories and hashes.
    '/\\b(?:GHSA|CVE)-[\\w-]+/g',
    '/\\b[0-9a-f]{7,}\\b/g',
  ],
  overrides: [
    {
      // The glossary quotes what is not to be written: its last columns and one whole section.
      filename: 'docs/glossary.md',
      ignoreRegExpList: ['/\\|[^|\\n]*\\|$/gm', '/^## Never in a name[^]*?(?=^## )/gm'],
    },
    // The seed names places.
    { filename: 'subgraphs/*/seed/**', ignoreRegExpList: [pinyin] },
    { filename: 'cspell.config.mjs', ignoreRegExpList: ['/flagWords.*/g'] },
  ],
  ignorePaths: [
    '**/node_modules/**',
    '**/dist/**',
    '**/generated/**',
    '.git',
    '.linju',
    '.turbo',
    'package-lock.json',
    'patches/**',
    // Emitted from classes that are checked themselves.
    'schema/*.graphql',
    'schema/subgraphs/**',
    // Registers as they are published.
    'subgraphs/*/seed/*.json',
    '**/*.svg',
    'docs/dictionary.txt',
  ],
};
