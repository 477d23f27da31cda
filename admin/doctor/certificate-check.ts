/** Whether readers' browsers take the site's certificate, and for how long still. */
import { connect, type PeerCertificate } from 'node:tls';
import { Ill, reasonOf, type Check } from './check.ts';

export const certificateCheck = 'Chứng chỉ';

const day = 24 * 60 * 60 * 1000;
/** certbot renews thirty days before the end: with fewer than these left it has failed for a while. */
const daysNeeded = 14;

const renew =
  'Hãy chạy: certbot renew, rồi systemctl reload nginx. Nó báo lỗi gì thì sửa điều ấy trước.';
const trust =
  'Hãy lấy chứng chỉ của một nơi cấp được tin: sudo sh deploy/setup.sh …; nginx phải đưa ra cả fullchain.pem. Nơi cấp riêng của thành phố thì đặt NODE_EXTRA_CA_CERTS=/…/ca.pem trong /etc/nghi-quyet.env.';

/** What OpenSSL says → what that means, and what to do. */
const faults: Record<string, (host: string) => Ill> = {
  CERT_HAS_EXPIRED: () => new Ill('đã hết hạn', renew),
  CERT_NOT_YET_VALID: () =>
    new Ill(
      'chưa đến ngày có hiệu lực',
      'Đồng hồ máy này có thể chạy chậm. Hãy xem: timedatectl; đúng giờ rồi thì lấy lại chứng chỉ.',
    ),
  ERR_TLS_CERT_ALTNAME_INVALID: (host) =>
    new Ill(
      `không phải của tên ${host}`,
      `Hãy xem SITE_URL có đúng tên miền không; đúng rồi thì lấy chứng chỉ cho tên ấy: sudo sh deploy/setup.sh --host ${host} --email …`,
    ),
  ...Object.fromEntries(
    [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ].map((code) => [code, () => new Ill(`không nơi cấp nào được tin đã ký (${code})`, trust)]),
  ),
};

/** Whether a connection was refused for the certificate's sake; `reason` as `reasonOf` gives it. */
export function isCertificateFault(reason: string): boolean {
  return Object.hasOwn(faults, reason);
}

/** Looks at it as Node.js does, whose authorities are those of browsers. */
export const certificateOfSite: Check = {
  name: certificateCheck,
  needs: 'site',
  async look({ siteUrl, now }) {
    const { hostname, port, protocol } = new URL(siteUrl!);
    if (protocol !== 'https:') {
      throw new Ill(
        'trang chưa có https',
        'Hãy lấy chứng chỉ: sudo sh deploy/setup.sh …, rồi đặt SITE_URL=https://….',
      );
    }
    const { valid_to: until } = await certificateOf(hostname, Number(port || 443)).catch(
      (cause: unknown) => {
        const reason = reasonOf(cause);
        throw (
          faults[reason]?.(hostname) ??
          new Ill(
            `không xem được (${reason})`,
            'Hãy xem máy chủ web: nginx -t, systemctl status nginx.',
          )
        );
      },
    );
    const left = Math.floor((new Date(until).getTime() - now.getTime()) / day);
    if (left < daysNeeded) throw new Ill(`chỉ còn ${left} ngày`, renew);
    return `còn ${left} ngày`;
  },
};

function certificateOf(host: string, port: number): Promise<PeerCertificate> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: host, timeout: 10_000 }, () => {
      resolve(socket.getPeerCertificate());
      socket.end();
    });
    socket.on('timeout', () => socket.destroy(new Error('quá 10 giây')));
    socket.on('error', reject);
  });
}
