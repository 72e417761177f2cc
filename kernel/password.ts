export const passwordLength = { min: 10, max: 128 } as const;

export const passwordObstacleKinds = ['too-short', 'too-long', 'too-few-characters', 'says-the-address'] as const;
export type PasswordObstacle = (typeof passwordObstacleKinds)[number];

/** Every reason against a new password: long enough, not one key pressed again and again, not the address itself. */
export function passwordObstacles(password: string, email: string): PasswordObstacle[] {
  const obstacles: PasswordObstacle[] = [];
  if (password.length < passwordLength.min) obstacles.push('too-short');
  if (password.length > passwordLength.max) obstacles.push('too-long');
  if (new Set(password.toLowerCase()).size < 5) obstacles.push('too-few-characters');
  const [local = ''] = email.toLowerCase().split('@');
  if (local.length >= 5 && password.toLowerCase().includes(local)) obstacles.push('says-the-address');
  return obstacles;
}
