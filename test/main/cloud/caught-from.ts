/** What a call throws or rejects with. A call that succeeds fails the test. */
export const caughtFrom = async (call: () => unknown): Promise<unknown> => {
  try {
    await call();
  } catch (caught) {
    return caught;
  }
  throw new Error('The call should have failed.');
};
