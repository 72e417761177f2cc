import { expect, test } from 'vitest';
import type { StoryStep } from '#contexts/insight/story.ts';
import type { StoryView } from '#contexts/insight/story.wire.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { stepPath } from './story-links.ts';

const story: StoryView = {
  key: 'told',
  cooperative: { id: newId<OrganisationId>(), name: 'Hợp tác xã Minh họa' },
  accounts: {},
  steps: [],
};
const pathOf = (step: StoryStep, record: string | null) =>
  stepPath({ step, part: 'laboratory', doneOn: null, record }, story);

test('a released lot is opened itself; before that, the samples that wait', () => {
  const lot = newId();
  expect(pathOf('released', lot)).toBe(`/quality/lots/${lot}`);
  expect(pathOf('released', null)).toBe('/quality/samples');
});
