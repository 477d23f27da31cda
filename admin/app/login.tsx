/** Logging in: Decap's login page, and the form again in a dialog when a session has ended. */
import { useEffect, useId, useState, type SubmitEvent } from 'react';
import { openDialog } from './dialog.tsx';
import { passkeyScript, type PasskeyModule } from '../passkey-script.ts';
import { ServerError, get, post } from './server.ts';

/** Logs in, with a passkey where the account has one; `askCode` is called when a code would help. */
async function logIn(fields: object, askCode: () => void): Promise<void> {
  try {
    await post('/api/login', fields);
  } catch (refusal) {
    if (!(refusal instanceof ServerError)) throw refusal;
    if (refusal.code === 'totp-required' || refusal.mayUseCode) askCode();
    if (!refusal.passkey) throw refusal;
    // Few logins need it: it comes from the server when one does.
    const { askPasskey } = (await import(/* @vite-ignore */ passkeyScript)) as PasskeyModule;
    await post('/api/login', { ...fields, passkey: await askPasskey(refusal.passkey) });
  }
}

interface LoginFormProps {
  /** The only account that may log in here; anybody when absent. */
  login?: string | undefined;
  onDone: () => void;
}

function LoginForm({ login, onDone }: LoginFormProps) {
  const id = useId();
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget));
    setBusy(true);
    setError('');
    try {
      await logIn(fields, () => setNeedsCode(true));
      onDone();
    } catch (reason) {
      setError((reason as Error).message);
      setBusy(false);
    }
  }

  return (
    <form className="login-form" onSubmit={(event) => void submit(event)}>
      <label htmlFor={`${id}-login`}>Tên đăng nhập</label>
      <input
        id={`${id}-login`}
        name="login"
        defaultValue={login}
        readOnly={login !== undefined}
        autoComplete="username"
        autoCapitalize="none"
        required
      />
      <label htmlFor={`${id}-password`}>Mật khẩu</label>
      <input
        id={`${id}-password`}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      {needsCode && (
        <>
          <label htmlFor={`${id}-totp`}>Mã xác thực</label>
          <input id={`${id}-totp`} name="totp" autoComplete="one-time-code" />
        </>
      )}
      <p className="login-error" role="alert">
        {error}
      </p>
      <button type="submit" disabled={busy}>
        {busy ? 'Đang đăng nhập…' : 'Đăng nhập'}
      </button>
    </form>
  );
}

interface LoginPageProps {
  /** Decap's own next step: it asks the back end who is logged in. */
  onLogin: (credentials: object) => void;
}

export function LoginPage({ onLogin }: LoginPageProps) {
  const [asked, setAsked] = useState(false);

  useEffect(() => {
    // A session may still stand although this browser forgot the user.
    get('/api/me', { askLogin: false }).then(
      () => onLogin({}),
      () => setAsked(true),
    );
  }, [onLogin]);

  if (!asked) return null;
  return (
    <main className="login">
      <div className="login-card">
        <h1>Đăng nhập</h1>
        <p>Trang biên tập “Nghị quyết vào cuộc sống”</p>
        {/* From the start: the forms name things that only those who are logged in may read. */}
        <LoginForm onDone={() => window.location.reload()} />
        <a href="/">Về trang web</a>
      </div>
    </main>
  );
}

let asking: Promise<boolean> | undefined;

/**
 * Asks to log in again over the open page; true when it was done. Requests that find the session
 * ended at the same time share one dialog. Only the same account may go on with the text.
 */
export function logInAgain(login: string | undefined): Promise<boolean> {
  asking ??= openDialog<true>('Phiên làm việc đã hết', (close) => (
    <>
      <p>Nội dung đang viết vẫn còn nguyên. Hãy đăng nhập lại để làm tiếp.</p>
      <LoginForm login={login} onDone={() => close(true)} />
      <button type="button" className="dialog-quiet" onClick={() => close()}>
        Để sau
      </button>
    </>
  )).then((done) => {
    asking = undefined;
    return done === true;
  });
  return asking;
}
