// Memory is given out from the bottom up and given back from the top down; addresses are bytes.

/** Where the next thing goes. */
let top: usize = __heap_base;

export function mark(): usize {
  return top;
}

/** Gives back everything from `at` up. */
export function rewind(at: usize): void {
  top = at;
}

/** So many bytes from `at` on exist from now on; what nobody wrote there is 0 or what stood there before. */
export function ensure(end: usize): void {
  const have = <usize>memory.size() << 16;
  if (end <= have) return;
  const more = max(end - have, have >> 3);
  if (memory.grow(<i32>((more + 0xffff) >> 16)) >= 0) return;
  if (memory.grow(<i32>((end - have + 0xffff) >> 16)) < 0) unreachable();
}

/** A cache line of the processor begins at each. */
export function take(bytes: usize): usize {
  const at = top;
  top = (at + bytes + 63) & ~63;
  ensure(top);
  return at;
}

export function reset(): void {
  top = (__heap_base + 63) & ~63;
}

/** Number k of an array of words, or of whatever else. */
@inline
export function get<T = i32>(array: usize, k: i32): T {
  return load<T>(array + (<usize>k << alignof<T>()));
}

@inline
export function set<T = i32>(array: usize, k: i32, value: T): void {
  store<T>(array + (<usize>k << alignof<T>()), value);
}
