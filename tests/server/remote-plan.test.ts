import { expect, test } from 'vitest';
import { stepFor } from '#admin/server/git/remote-plan.ts';

test.each([
  { here: 'a', there: 'a', agreed: 'a', step: 'none' },
  { here: 'a', there: 'a', agreed: undefined, step: 'agree' },
  { here: undefined, there: undefined, agreed: 'a', step: 'agree' },
  { here: 'a', there: undefined, agreed: undefined, step: 'push' },
  { here: 'b', there: 'a', agreed: 'a', step: 'push' },
  { here: undefined, there: 'a', agreed: 'a', step: 'push' },
  { here: undefined, there: 'b', agreed: 'a', step: 'none' },
  { here: undefined, there: 'b', agreed: undefined, step: 'none' },
  { here: 'a', there: undefined, agreed: 'a', step: 'gone-there' },
  { here: 'a', there: 'b', agreed: 'a', step: 'moved-there' },
  { here: 'a', there: 'b', agreed: undefined, step: 'moved-there' },
])('here $here, there $there, agreed $agreed: $step', ({ step, ...copies }) => {
  expect(stepFor(copies)).toBe(step);
});
