import type { FactValue, Need } from '#kernel/fact.ts';

type Values = Readonly<Record<string, FactValue | undefined>>;

const blank: Need = {
  kind: 'other',
  least: null,
  most: null,
  leastOpen: false,
  mostOpen: false,
  options: [],
  gap: null,
};

const numberOf = (text: string, values: Values): number | null => {
  const word = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(word)) return Number(word);
  const value = values[word];
  return typeof value === 'number' ? value : null;
};

const optionsIn = (text: string): (string | boolean)[] | undefined => {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => /^(?:"[^"]*"|true|false)$/.test(part)))
    return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1) : part === 'true'));
  return undefined;
};

function boundsIn(test: string, values: Values): Need | undefined {
  const range = /^([[\]()])\s*([^.]+?)\s*\.\.\s*([^.]+?)\s*([[\]()])$/.exec(test);
  if (range) {
    const [, open, least, most, close] = range;
    return {
      ...blank,
      kind: 'between',
      least: numberOf(least!, values),
      most: numberOf(most!, values),
      leastOpen: open !== '[',
      mostOpen: close !== ']',
    };
  }
  const compared = /^(>=|<=|>|<|=)?\s*(-?\d+(?:\.\d+)?|[a-zA-Z]\w*)$/.exec(test);
  if (!compared) return undefined;
  const [, sign = '=', word] = compared;
  const bound = numberOf(word!, values);
  const isLeast = sign !== '<' && sign !== '<=';
  const isMost = sign !== '>' && sign !== '>=';
  return {
    ...blank,
    kind: 'between',
    least: isLeast ? bound : null,
    most: isMost ? bound : null,
    leastOpen: sign === '>',
    mostOpen: sign === '<',
  };
}

function gapOf(need: Need, value: FactValue): number | null {
  if (typeof value !== 'number') return null;
  const { least, most, leastOpen, mostOpen } = need;
  if (least !== null && (value < least || (leastOpen && value === least))) return least - value;
  if (most !== null && (value > most || (mostOpen && value === most))) return value - most;
  return least === null && most === null ? null : 0;
}

/** A unary test in words people can be told: at least 5, at most 2 billion, one of these. Unusual tests stay 'other'. */
export function needOf(test: string, value: FactValue, values: Values): Need {
  const text = test.trim();
  const none = /^not\((.*)\)$/.exec(text);
  const listed = /^list contains\(\?,\s*("[^"]*")\)$/.exec(text);
  const options = optionsIn(none?.[1] ?? listed?.[1] ?? text);
  if (options !== undefined) return { ...blank, kind: none ? 'none-of' : 'one-of', options };
  const bounds = boundsIn(text, values);
  return bounds === undefined ? blank : { ...bounds, gap: gapOf(bounds, value) };
}
