/** An address as it may be shown and logged: `//user:secret@host` as `//host`, and without parameters, which may hold secrets too. */
export const withoutPassword = (address: string): string =>
  address.includes('://') ? address.replace(/\/\/[^/]*@/, '//').replace(/\?.*$/s, '') : address;
