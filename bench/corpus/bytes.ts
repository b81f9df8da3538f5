/** Whole numbers as so many bytes, the highest first. */
export function uint(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}

export const u16 = (value: number) => uint(value, 2);
export const u32 = (value: number) => uint(value, 4);
export const text = (value: string) => Buffer.from(value, 'latin1');
