export const assertDriverGuard = (): void => {};
