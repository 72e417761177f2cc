import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vndWords } from './amount-words.ts';

describe('an amount in words', () => {
  test.each([
    [0, 'không đồng'],
    [5, 'năm đồng'],
    [10, 'mười đồng'],
    [14, 'mười bốn đồng'],
    [15, 'mười lăm đồng'],
    [21, 'hai mươi mốt đồng'],
    [24, 'hai mươi tư đồng'],
    [55, 'năm mươi lăm đồng'],
    [100, 'một trăm đồng'],
    [101, 'một trăm linh một đồng'],
    [105, 'một trăm linh năm đồng'],
    [111, 'một trăm mười một đồng'],
    [1_000, 'một nghìn đồng'],
    [1_005, 'một nghìn không trăm linh năm đồng'],
    [1_010, 'một nghìn không trăm mười đồng'],
    [20_500, 'hai mươi nghìn năm trăm đồng'],
    [1_005_000, 'một triệu không trăm linh năm nghìn đồng'],
    [32_000_000, 'ba mươi hai triệu đồng'],
    [41_600_000, 'bốn mươi mốt triệu sáu trăm nghìn đồng'],
    [100_000_001, 'một trăm triệu không trăm linh một đồng'],
    [1_000_000_000, 'một tỷ đồng'],
    [1_050_000_000, 'một tỷ không trăm năm mươi triệu đồng'],
    [1_000_000_005, 'một tỷ không trăm linh năm đồng'],
    [12_345_678_915, 'mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm mười lăm đồng'],
    [1_263_000_000_000, 'một nghìn hai trăm sáu mươi ba tỷ đồng'],
    [9_000_000_000_000_000, 'chín triệu tỷ đồng'],
    [-1_500, 'âm một nghìn năm trăm đồng'],
  ])('%i', (amount, words) => {
    expect(vndWords(amount)).toBe(words);
  });

  const figure: Record<string, number> = {
    không: 0,
    một: 1,
    mốt: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    tư: 4,
    năm: 5,
    lăm: 5,
    sáu: 6,
    bảy: 7,
    tám: 8,
    chín: 9,
  };

  /** Reads the words as a person would: digits, tens and hundreds add up, nghìn, triệu and tỷ multiply what stands before. */
  function read(text: string): number {
    let [total, part, digit, group] = [0, 0, 0, 0];
    for (const word of text.replace(/ đồng$/, '').split(' ')) {
      if (word in figure) digit = figure[word]!;
      else if (word === 'mười') [part, digit] = [part + 10, 0];
      else if (word === 'mươi') [part, digit] = [part + digit * 10, 0];
      else if (word === 'trăm') [part, digit] = [part + digit * 100, 0];
      else if (word === 'tỷ') [total, group, part, digit] = [(group + part + digit) * 1e9, 0, 0, 0];
      else if (word !== 'linh') [group, part, digit] = [group + (part + digit) * (word === 'triệu' ? 1e6 : 1e3), 0, 0];
    }
    return total + group + part + digit;
  }

  test('read back, is the amount again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.maxSafeNat(),
          fc.nat(2_000_000),
          fc.nat(9_000).map((n) => n * 1_000_000),
        ),
        (amount) => {
          expect(read(vndWords(amount))).toBe(amount);
        },
      ),
    );
  });
});
