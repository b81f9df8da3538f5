/** A length of time as people say it: "38 seconds", "4 minutes 8 seconds", "2 hours 5 minutes". */
export function secondsInWords(seconds: number): string {
  const total = Math.round(seconds);
  if (total < 1) return 'less than a second';
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const parts = [count(hours, 'hour'), count(minutes, 'minute'), hours > 0 ? '' : count(rest, 'second')];
  return parts.filter((part) => part !== '').join(' ');
}

function count(number: number, unit: string): string {
  return number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`;
}
