import { expect, test } from 'vitest';

import { requireInitialProjectState } from './partner-project-states.js';

test.each(['PLANNED', 'ACTIVE'] as const)('a new project may be %s', (state) => {
  expect(() => requireInitialProjectState(state)).not.toThrow();
});

test.each(['PAUSED', 'ENDED'] as const)(
  'a new project cannot be %s: its past would be missing',
  (state) => {
    expect(() => requireInitialProjectState(state)).toThrow(/PLANNED or ACTIVE/);
  },
);
