/** The login page: Decap shows it while nobody is logged in. */
import { useEffect, useState, type SubmitEvent } from 'react';
import { ServerError, get, post } from './server.ts';

interface LoginPageProps {
  /** Decap's own next step: it asks the back end who is logged in. */
  onLogin: (credentials: object) => void;
  inProgress?: boolean;
}

export function LoginPage({ onLogin, inProgress = false }: LoginPageProps) {
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    // A session may still stand although this browser forgot the user.
    get('/api/me').then(
      () => onLogin({}),
      () => undefined,
    );
  }, [onLogin]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setError('');
    try {
      await post('/api/login', { login: data.get('login'), password: data.get('password') });
      onLogin({});
    } catch (reason) {
      if (!(reason instanceof ServerError)) throw reason;
      setError(reason.message);
      setBusy(false);
    }
  }

  return (
    <main className="login">
      <form className="login-form" onSubmit={(event) => void submit(event)}>
        <h1>Đăng nhập</h1>
        <p>Trang biên tập “Nghị quyết vào cuộc sống”</p>
        <label htmlFor="login">Tên đăng nhập</label>
        <input id="login" name="login" autoComplete="username" autoCapitalize="none" required />
        <label htmlFor="password">Mật khẩu</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <p className="login-error" role="alert">
          {error}
        </p>
        <button type="submit" disabled={busy || inProgress}>
          {busy || inProgress ? 'Đang đăng nhập…' : 'Đăng nhập'}
        </button>
        <a href="/">Về trang web</a>
      </form>
    </main>
  );
}
