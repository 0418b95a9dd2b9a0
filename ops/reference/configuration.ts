import { z } from 'zod';

import { environmentSchema } from '../../environment.ts';
import { code, codes, page, table } from './markdown.ts';

/** What the page says of a variable, of what JSON Schema knows. */
interface Variable {
  readonly description?: string | undefined;
  readonly type?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly default?: string | number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

export function configurationPage(): string {
  const { properties = {} } = z.toJSONSchema(environmentSchema, { io: 'output' });
  const variables = Object.entries(properties as Readonly<Record<string, Variable>>);
  return page('Configuration', '`environment.ts`', [
    'SenID reads the environment once, when it starts; a value that is not accepted ends it with one line that names it.',
    'Every variable is optional in a sandbox. A variable that is set to nothing counts as not set.',
    table(
      ['Variable', 'Values', 'Default', 'Meaning'],
      variables.map(([name, variable]) => [
        code(name),
        valuesOf(variable),
        variable.default === undefined ? '' : code(String(variable.default)),
        `${variable.description ?? ''}.`,
      ]),
    ),
    'Where things lie: the register and the protocol store lie in the folder of `DATABASE_URL`, the keys that open ' +
      'them must not. A backup of the data folder is worth nothing without the secrets, and the other way round.',
  ]);
}

function valuesOf({ enum: values, type, minimum, maximum }: Variable): string {
  if (values !== undefined) return codes(values.map(String));
  if (type === 'integer' && minimum !== undefined && maximum !== undefined) {
    return `${minimum} to ${maximum}`;
  }
  return 'text';
}
