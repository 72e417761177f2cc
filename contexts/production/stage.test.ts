import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { signingObstacles, submittingObstacles, type StageFacts } from './stage.ts';

describe('a stage', () => {
  const fine: StageFacts = {
    state: 'submitted',
    running: true,
    earlierOpen: [],
    steps: [
      {
        step: 'feed',
        occurrence: 1,
        required: true,
        state: 'done',
        explained: false,
        doneOn: day('2026-05-01'),
        evidence: [],
        files: 0,
      },
    ],
    entries: [{ id: 'a', verdict: 'allowed', input: 'Phân trùn quế', confirmed: true }],
  };
  const [step] = fine.steps;

  test('is signed off when nothing stands against it', () => {
    expect(signingObstacles(fine)).toEqual([]);
    expect(submittingObstacles({ ...fine, state: 'returned' })).toEqual([]);
  });

  test('all obstacles are named, not only the first', () => {
    const hopeless: StageFacts = {
      state: 'open',
      running: false,
      earlierOpen: ['planting'],
      steps: [
        { ...step!, state: 'overdue' },
        { ...step!, occurrence: 2, state: 'done-late', evidence: ['photo'] },
      ],
      entries: [
        { id: 'b', verdict: 'banned', input: 'Glyphosate', confirmed: false },
        { id: 'c', verdict: 'not-listed', input: 'Lạ', confirmed: true },
      ],
    };
    expect(signingObstacles(hopeless)).toEqual([
      { code: 'not-submitted' },
      { code: 'earlier-stage-open', stage: 'planting' },
      { code: 'season-not-running' },
      { code: 'required-entry-missing', step: 'feed', occurrence: 1 },
      { code: 'evidence-missing', step: 'feed', occurrence: 2 },
      { code: 'deviation-unexplained', step: 'feed', occurrence: 2 },
      { code: 'banned-input', entry: 'b', input: 'Glyphosate' },
      { code: 'entry-unconfirmed', entry: 'b' },
      { code: 'input-not-listed', entry: 'c', input: 'Lạ' },
    ]);
  });

  test('a required step left out with a reason is for the officer to weigh', () => {
    expect(
      signingObstacles({ ...fine, steps: [{ ...step!, state: 'left-out', explained: true, doneOn: null }] }),
    ).toEqual([]);
  });

  test('is not signed twice, nor handed in twice', () => {
    expect(signingObstacles({ ...fine, state: 'signed-off' })).toEqual([{ code: 'already-signed-off' }]);
    expect(submittingObstacles(fine)).toEqual([{ code: 'already-submitted' }]);
  });
});
