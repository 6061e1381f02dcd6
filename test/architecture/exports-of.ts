import ts from 'typescript';

import { textOf } from './tree.js';

/** Something a file declares and exports; names passed on from other files are not among them. */
export interface Export {
  readonly file: string;
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
  /** It says what it is: a docstring above it, or the description of a class of the graph. */
  readonly isDocumented: boolean;
}

/** The exports of a TypeScript file, in order. */
export function exportsOf(file: string): readonly Export[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => isExported(statement))
    .flatMap((statement) => {
      const isDocumented = ts.getJSDocCommentsAndTags(statement).length > 0 || isDescribed(statement);
      const line = source.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
      return namesOf(statement).map((name) => ({ file, name, line, isDocumented }));
    });
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as ts.Statement & { readonly name?: ts.Identifier };
  return name ? [name.text] : [];
}

// @ObjectType('Fund', { description: '社区基金\nA community fund.' }) says it to clients and to readers.
const isDescribed = (statement: ts.Statement): boolean =>
  ts.canHaveDecorators(statement) &&
  (ts.getDecorators(statement) ?? []).some((decorator) => /\bdescription\b/.test(decorator.getText()));
