/** stub */
export const serve = async (_args: readonly string[]): Promise<number> => 0;
