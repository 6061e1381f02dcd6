export const assertDriverGuard = (): void => {};
export const driverGuardPresent = (): boolean => true;
