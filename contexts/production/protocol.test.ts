import { describe, expect, test } from 'vitest';
import { organicPassionFruit } from './protocol.example.ts';
import { judgeInput, ProtocolContent } from './protocol.ts';

const protocol = ProtocolContent.parse(organicPassionFruit);

describe('a protocol is data', () => {
  test('five stages, from seed selection to preservation, in the order of the article', () => {
    expect(protocol.stages.map(({ code }) => code)).toEqual([
      'seed-selection',
      'planting',
      'care',
      'harvest',
      'preservation',
    ]);
  });

  test('no interval of the demonstration passes for a verified one', () => {
    expect(protocol.inputs.filter(({ verified }) => verified)).toEqual([]);
  });

  test.each([
    [
      'a step named twice',
      { stages: [protocol.stages[0]!, { ...protocol.stages[1]!, steps: protocol.stages[0]!.steps }] },
    ],
    [
      'a step that ends before it begins',
      { stages: [{ ...protocol.stages[0]!, steps: [{ ...protocol.stages[0]!.steps[0]!, dueFrom: 20 }] }] },
    ],
    ['an input named twice', { inputs: [protocol.inputs[0]!, protocol.inputs[0]!] }],
    ['no stages', { stages: [] }],
  ])('%s is refused', (_, part) => {
    expect(ProtocolContent.safeParse({ ...protocol, ...part }).success).toBe(false);
  });
});

describe('what is used is judged by the protocol', () => {
  const used = { code: null, name: 'Dầu neem', activeIngredient: null, phiDays: null };

  test('a listed input takes ingredient and interval from the protocol', () => {
    expect(judgeInput(protocol, { ...used, code: 'neem' })).toMatchObject({
      verdict: 'allowed',
      activeIngredient: 'Azadirachtin',
      phiDays: 5,
      phiVerified: false,
    });
  });

  test('the longer interval counts, the label or the protocol', () => {
    expect(judgeInput(protocol, { ...used, code: 'neem', phiDays: 9 }).phiDays).toBe(9);
    expect(judgeInput(protocol, { ...used, code: 'neem', phiDays: 1 }).phiDays).toBe(5);
  });

  test.each([
    ['Phân đạm', 'urea', null, 'banned'],
    ['Thuốc cỏ', null, 'Glyphosate 480 g/l', 'banned'],
    ['CARBENDAZIM 50WP', null, null, 'banned'],
    ['Dầu neem pha Imidacloprid', 'neem', null, 'banned'],
    ['Nước tro bếp', null, null, 'not-listed'],
    ['Chế phẩm lạ', 'no-such-code', null, 'not-listed'],
  ])('%s is judged', (name, code, activeIngredient, verdict) => {
    expect(judgeInput(protocol, { code, name, activeIngredient, phiDays: null }).verdict).toBe(verdict);
  });
});
