/** 1.2MB, or 340KB. */
export function megabytes(bytes: number): string {
  return bytes >= 1000000 ? `${(bytes / 1000000).toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1000))}KB`;
}
