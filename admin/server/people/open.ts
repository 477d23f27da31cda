/** What the server knows about the people who log in, opened on one data folder. */
import { join } from 'node:path';
import { Accounts } from '../accounts/accounts.ts';
import { Audit } from '../accounts/audit.ts';
import { Authenticator } from '../accounts/authenticate.ts';
import { LoginHistory } from '../accounts/login-history.ts';
import { Passkeys } from '../accounts/passkeys.ts';
import { Sessions } from '../accounts/sessions.ts';
import { LoginThrottle } from '../accounts/throttle.ts';
import { TwoStep } from '../accounts/totp.ts';

export interface People {
  accounts: Accounts;
  sessions: Sessions;
  history: LoginHistory;
  twoStep: TwoStep;
  passkeys: Passkeys;
  audit: Audit;
  authenticator: Authenticator;
}

export async function openPeople(dataDir: string): Promise<People> {
  const accounts = openAccounts(dataDir);
  const sessions = new Sessions(join(dataDir, 'sessions.json'), accounts);
  await sessions.load();
  const history = new LoginHistory(join(dataDir, 'logins.json'));
  await history.load();
  const twoStep = new TwoStep(accounts, history);
  const passkeys = new Passkeys(accounts);
  const audit = openAudit(dataDir);
  const throttle = new LoginThrottle();
  const keepers = { accounts, history, throttle, twoStep, passkeys, audit };
  const authenticator = new Authenticator(keepers);
  return { accounts, sessions, history, twoStep, passkeys, audit, authenticator };
}

export function openAccounts(dataDir: string): Accounts {
  return new Accounts(join(dataDir, 'accounts.json'));
}

export function openAudit(dataDir: string): Audit {
  return new Audit(join(dataDir, 'audit'));
}
