/** What the clerk reads. */
export const clerkZh = {
  title: '核验台',
} as const;
