import { visibleText } from '../report/index.ts';

/** Where progress goes: a line that is rewritten, on a terminal only. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** At most this many updates a second: more cost time and cannot be read. */
const UPDATE_INTERVAL_MS = 100;

/** Progress on a stream; silent when it is no terminal. `now` gives milliseconds. */
export function progressOn(stream: ProgressStream, now: () => number): ProgressLine {
  if (stream.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let last = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show(text) {
      const at = now();
      if (at - last < UPDATE_INTERVAL_MS) return;
      last = at;
      isShown = true;
      const width = (stream.columns ?? 80) - 1;
      const shown = visibleText(text);
      stream.write(`\r\u001B[K${shown.length > width ? `${shown.slice(0, width - 1)}…` : shown}`);
    },
    clear() {
      if (isShown) stream.write('\r\u001B[K');
      isShown = false;
    },
  };
}
