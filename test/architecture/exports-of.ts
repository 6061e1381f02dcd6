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
  return source.statements.filter(isExported).flatMap((statement) => {
    const isDocumented = hasDocstring(statement) || saysItself(statement);
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

const hasDocstring = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).length > 0;

// Where a docstring would only repeat: the description of a graph class, @Resolver(() => Fund), an interface
// that documents its members, a type that is taken from a value, a connection made from a node.
function saysItself(statement: ts.Statement): boolean {
  if (ts.isInterfaceDeclaration(statement)) return statement.members.some(hasDocstring);
  if (ts.isTypeAliasDeclaration(statement)) return /\btypeof\b/.test(statement.type.getText());
  if (ts.isVariableStatement(statement)) return /\bconnectionTypes\(/.test(statement.getText());
  return decoratorsOf(statement).some((text) => /\bdescription\b|^@Resolver\(/.test(text));
}

const decoratorsOf = (statement: ts.Statement): readonly string[] =>
  ts.canHaveDecorators(statement)
    ? (ts.getDecorators(statement) ?? []).map((decorator) => decorator.getText())
    : [];
