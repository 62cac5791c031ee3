const whole = new Intl.NumberFormat('en');
const tenth = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const share = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });
const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

export const number = (value) => whole.format(value);
/** So many of something: 1 seat, 2 seats. */
export const counted = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;
export const rate = (value) => (value >= 100 ? whole.format(Math.round(value)) : tenth.format(value));
export const percent = (part, all) => share.format(all === 0 ? 0 : part / all);
export const date = (instant) => day.format(new Date(instant));
export const time = (millis) => clock.format(millis);

/** An amount in the currency's minor unit. */
export function price(amount, currency) {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
}

/** From the least to the most of several amounts. */
export function prices(least, most, currency) {
  return least === most ? price(least, currency) : `${price(least, currency)} – ${price(most, currency)}`;
}

/** How long, in digits: 12:05, or 3:12:05. */
export function lasting(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (value) => String(value).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3_600) % 24;
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (days > 0) {
    return `${days} d ${two(hours)}:${rest}`;
  }
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** A name such as event_detail as people write it. */
export function step(name) {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
