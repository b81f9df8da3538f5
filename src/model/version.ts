/** The version of ppod, as in package.json: a test holds them equal. Written here so that nothing needs a file to know it. */
export const version = '0.1.0';
