import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { blueprints } from '../../cli/wire/subgraphs.js';
import { expectNone } from './expect-none.js';

const read = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const compose = read('docker-compose.yml');
const example = read('.env.example');

test.each(blueprints.map(({ name }) => name))(
  '%s stands everywhere a subgraph is deployed',
  (name) => {
    const variable = name.toUpperCase();
    expect(read('Dockerfile')).toContain(`COPY subgraphs/${name}/package.json subgraphs/${name}/`);
    expect(compose).toContain(
      `\n  ${name}:\n    <<: *subgraph\n    command: [subgraph, ${name}]\n`,
    );
    expect(compose).toContain(`\n      ${name}: { condition: service_healthy }\n`);
    expect(compose).toContain(`\n      ${variable}_URL: http://${name}:4001\n`);
    expect(compose.split(`${variable}_DATABASE_URL: postgres://linju_${name}:`)).toHaveLength(3);
    expect(example).toContain(`\n#${variable}_DATABASE_URL=`);
    expect(example).toContain(`\n#${variable}_URL=http://${name}:4001\n`);
    expect(read('cli/package.json')).toContain(`"@linju/${name}": "*"`);
    expect(read('test/package.json')).toContain(`"@linju/${name}": "*"`);
  },
);

// In containers these are the image's own, or have no meaning.
const notPassedOn = ['HOST', 'LINJU_DATA_DIR', 'LINJU_TEST_LONG'];

test('what .env may set reaches a container', () => {
  const settings = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  expect(settings.length).toBeGreaterThan(20);
  expectNone(
    'Settings that docker-compose.yml does not pass on',
    settings.filter(
      (name) => !notPassedOn.includes(name) && !new RegExp(`\\b${name}\\b`).test(compose),
    ),
  );
});
