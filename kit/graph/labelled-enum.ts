import { registerEnumType } from 'type-graphql';

import type { Label, LabelsOf } from '../values/label.js';

/**
 * Puts a closed enum into the graph, each value with its label: 中文 first, then English.
 * @param name        the enum's name in the graph
 * @param description what the enum says, for outside developers
 */
export function labelledEnum<Value extends string>(
  values: Readonly<Record<Value, Value>>,
  name: string,
  description: Label,
  labels: LabelsOf<Value>,
): void {
  registerEnumType(values, {
    name,
    description: described(description),
    valuesConfig: Object.fromEntries(
      (Object.keys(values) as Value[]).map((value) => [
        value,
        { description: described(labels[value]) },
      ]),
    ) as Partial<Record<Value, { description: string }>>,
  });
}

/** A description as the graph writes it: 中文 on the first line, English on the second. */
export const described = ({ zh, en }: Label): string => `${zh}\n${en}`;
