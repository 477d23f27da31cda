import { expect, test } from 'vitest';
import { stepsFrom } from '#admin/app/editor/steps.tsx';

test('behind a git host nothing in the form is called an approval: it is a review there', () => {
  const props = { isServed: false, about: undefined } as Parameters<typeof stepsFrom>[1];
  const words = (status: Parameters<typeof stepsFrom>[0]) =>
    stepsFrom(status, props).map((step) => step.words);
  expect(words('draft')).toEqual(['Gửi duyệt']);
  expect(words('pending_review')).toEqual(['Rút lại']);
  expect(words('pending_publish')).toEqual(['Rút lại']);
});
