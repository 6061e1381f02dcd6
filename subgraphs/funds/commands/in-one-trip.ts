/**
 * Waits for statements that were sent together. Of several that fail the first is to blame: those
 * behind it only hear that the transaction is over.
 * @param sent in the order in which they were sent
 * @throws the error of the first statement that failed
 */
export async function inOneTrip<Answers extends readonly unknown[]>(sent: {
  readonly [Index in keyof Answers]: Promise<Answers[Index]>;
}): Promise<Answers> {
  const settled = await Promise.allSettled(sent);
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return settled.map(
    (answer) => (answer as PromiseFulfilledResult<unknown>).value,
  ) as unknown as Answers;
}
