import { describe, expect, it } from 'vitest';
import { PageAccess } from '../../../main/browser/page-access.ts';

describe('PageAccess', () => {
  it('opens one session with a token, for the page it was issued for', () => {
    const access = new PageAccess();
    const { role, secret } = access.redeem(access.issueToken('guest'))!;
    expect(role).toBe('guest');
    expect(access.admits(secret, 'guest')).toBe(true);
    expect(access.admits(secret, 'clerk')).toBe(false);
  });

  it('does not open a second session with the same token', () => {
    const access = new PageAccess();
    const token = access.issueToken('clerk');
    access.redeem(token);
    expect(access.redeem(token)).toBeUndefined();
  });

  it.each(['', 'made up'])('opens nothing with the token "%s"', (token) => {
    const access = new PageAccess();
    access.issueToken('clerk');
    expect(access.redeem(token)).toBeUndefined();
  });

  it('takes no token for a session, and no session for a token', () => {
    const access = new PageAccess();
    const token = access.issueToken('clerk');
    expect(access.admits(token, 'clerk')).toBe(false);
    const { secret } = access.redeem(token)!;
    expect(access.redeem(secret)).toBeUndefined();
  });

  it('knows nobody without a session', () => {
    expect(new PageAccess().admits(undefined, 'guest')).toBe(false);
  });

  it('lets the oldest unused address go when there are too many', () => {
    const access = new PageAccess();
    const first = access.issueToken('clerk');
    const others = Array.from({ length: 32 }, () => access.issueToken('clerk'));
    expect(access.redeem(first)).toBeUndefined();
    expect(access.redeem(others.at(-1)!)).toBeDefined();
  });

  it('never issues the same secret twice', () => {
    const access = new PageAccess();
    const tokens = Array.from({ length: 20 }, () => access.issueToken('clerk'));
    expect(new Set(tokens).size).toBe(20);
  });
});
