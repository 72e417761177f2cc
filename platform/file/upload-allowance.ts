export interface UploadLimits {
  /** What one account may send within the window. */
  readonly mostBytes: number;
  readonly mostFiles: number;
  readonly windowMs: number;
  /** What is being taken in at once: of one account, and of all together. */
  readonly mostAtOnce: number;
  readonly mostBytesAtOnce: number;
}

/** A day's photos of a field go through; a machine that fills the disk does not. */
export const uploadLimits: UploadLimits = {
  mostBytes: 240_000_000,
  mostFiles: 300,
  windowMs: 600_000,
  mostAtOnce: 8,
  mostBytesAtOnce: 64_000_000,
};

interface Taken {
  readonly at: number;
  readonly bytes: number;
}

export type Allowed = { readonly release: () => void } | { readonly retryAfterMs: number; readonly isMine: boolean };

/** How much each account has sent of late, and what is coming in just now. Kept in memory: it is of one process and of minutes. */
export class UploadAllowance {
  readonly #limits: UploadLimits;
  readonly #taken = new Map<string, Taken[]>();
  readonly #running = new Map<string, number>();
  #bytesRunning = 0;

  constructor(limits: UploadLimits = uploadLimits) {
    this.#limits = limits;
  }

  /** Asks for so many bytes. What is granted is given back as running, not as sent. */
  take(account: string, bytes: number, now: number): Allowed {
    const { mostBytes, mostFiles, windowMs, mostAtOnce, mostBytesAtOnce } = this.#limits;
    const taken = (this.#taken.get(account) ?? []).filter(({ at }) => now - at < windowMs);
    const wait = waitFor(taken, { bytes, mostBytes, mostFiles });
    if (wait !== undefined) return { retryAfterMs: Math.max(1, wait + windowMs - now), isMine: true };
    const running = this.#running.get(account) ?? 0;
    if (running >= mostAtOnce) return { retryAfterMs: 1_000, isMine: true };
    if (this.#bytesRunning > 0 && this.#bytesRunning + bytes > mostBytesAtOnce)
      return { retryAfterMs: 2_000, isMine: false };
    this.#taken.set(account, [...taken, { at: now, bytes }]);
    this.#running.set(account, running + 1);
    this.#bytesRunning += bytes;
    this.#sweep(now);
    return { release: this.#releaser(account, bytes) };
  }

  #releaser(account: string, bytes: number): () => void {
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      this.#bytesRunning -= bytes;
      const left = (this.#running.get(account) ?? 1) - 1;
      if (left > 0) this.#running.set(account, left);
      else this.#running.delete(account);
    };
  }

  /** Who has sent nothing for a while is forgotten. */
  #sweep(now: number): void {
    if (this.#taken.size < 1_000) return;
    for (const [account, taken] of this.#taken)
      if (taken.every(({ at }) => now - at >= this.#limits.windowMs)) this.#taken.delete(account);
  }
}

/** The instant of the entry that has to be over before there is room; undefined where there is. */
function waitFor(
  taken: readonly Taken[],
  { bytes, mostBytes, mostFiles }: { readonly bytes: number; readonly mostBytes: number; readonly mostFiles: number },
): number | undefined {
  let left = taken.reduce((sum, one) => sum + one.bytes, 0);
  let files = taken.length;
  let until: number | undefined;
  for (const one of taken) {
    if (left + bytes <= mostBytes && files < mostFiles) return until;
    until = one.at;
    left -= one.bytes;
    files -= 1;
  }
  return left + bytes <= mostBytes ? until : (until ?? 0);
}
