// What the storm was told on its command line, and its chance, which the seed repeats.

export const options = Object.fromEntries(
  process.argv.slice(2).flatMap((word, at, all) => (word.startsWith('--') ? [[word.slice(2), all[at + 1]]] : [])),
);
export const BASES = options.base.split(',').map((base) => new URL(base));
export const ATTEMPTS = Number(options.attempts ?? 2000);
export const CLIENTS = Number(options.clients ?? 64);
export const DEADLINE = Date.now() + 1000 * Number(options.seconds ?? 1800);

let state = Number(options.seed ?? 1) >>> 0;
export function chance() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
export const below = (n) => Math.floor(chance() * n);
export const pick = (list) => list[below(list.length)];
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
