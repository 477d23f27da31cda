/** What the server knows about the people who log in, opened on one data folder. */
import { join } from 'node:path';
import { Accounts } from '../accounts.ts';
import { Audit } from '../audit.ts';
import { Authenticator } from '../authenticate.ts';
import { LoginHistory } from '../login-history.ts';
import { Sessions } from '../sessions.ts';
import { LoginThrottle } from '../throttle.ts';
import { TwoStep } from '../totp.ts';

export interface People {
  accounts: Accounts;
  sessions: Sessions;
  history: LoginHistory;
  twoStep: TwoStep;
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
  const audit = openAudit(dataDir);
  const throttle = new LoginThrottle();
  const authenticator = new Authenticator({ accounts, history, throttle, twoStep, audit });
  return { accounts, sessions, history, twoStep, audit, authenticator };
}

export function openAccounts(dataDir: string): Accounts {
  return new Accounts(join(dataDir, 'accounts.json'));
}

export function openAudit(dataDir: string): Audit {
  return new Audit(join(dataDir, 'audit'));
}
