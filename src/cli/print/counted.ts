/** `1 metric`, `2 metrics`, `10,000 metrics`. */
export const counted = (number: number, noun: string): string =>
  `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
