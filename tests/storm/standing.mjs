// What stands in the storm while it goes on: bookings that may be there, the times that all want, who may decide.
import { options } from './setting.mjs';

/** Of a resource that many share, so many units are asked for. */
export const UNITS = ['1', '1', '2', '3'];
/** Who operates; but for the first way a member of staff attends where the resource has such. */
export const SUPPORT = ['self', 'assisted', 'proxy'];
/** The box of the form that asks another facility too. */
export const FELLOW = `with-${options.fellow}`;

/** Each with its owner, and the others of its set. */
export const alive = [];
export const hot = [];
/** Times that only sets are asked for: two resources must be free at once, and stay so for a while, or none ever moves. */
export const calm = [];
/** By resource, learned from answers. */
export const managersOf = new Map();

export function forget(booking) {
  const at = alive.indexOf(booking);
  if (at >= 0) alive.splice(at, 1);
}
