import { useState } from 'react';

/** What has been ticked in a list: on the screen only, until it is sent. */
export function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return {
    chosen,
    choose: (ids: readonly string[]): void => setChosen(new Set(ids)),
    toggle: (id: string): void =>
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
  };
}
