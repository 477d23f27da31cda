/** The mails, in plain text: what happened, where to look, how to get fewer of them. */
import { hanoiTime } from '../machine/hanoi.ts';
import { kinds, noticeKinds } from './kinds.ts';
import type { Notice } from './mailboxes.ts';
import { shortened } from './words.ts';

export interface Letter {
  subject: string;
  text: string;
}

export const noticesAddress = '/admin/thong-bao/';
export const waysAddress = `${noticesAddress}cach-nhan/`;

/** Longer subjects are cut off by mail programs, in places of their own choice. */
const subjectLength = 120;
/** So many of a kind stand in a daily mail; the rest are in the list. */
const shownInDaily = 20;

export function noticeLetter(name: string, notice: Notice, siteUrl: string): Letter {
  const { kind, text, link } = notice;
  return letter(name, siteUrl, `${kinds[kind].words}: ${text}`, [text, `Mở: ${at(siteUrl, link)}`]);
}

export function dailyLetter(name: string, notices: readonly Notice[], siteUrl: string): Letter {
  const parts = noticeKinds.flatMap((kind) => {
    const mine = notices.filter((notice) => notice.kind === kind);
    if (mine.length === 0) return [];
    const lines = mine
      .slice(0, shownInDaily)
      .map((one) => `- ${hanoiTime(new Date(one.at))}: ${one.text}\n  ${at(siteUrl, one.link)}`);
    if (mine.length > shownInDaily) lines.push(`- và ${mine.length - shownInDaily} việc nữa`);
    return [`${kinds[kind].words} (${mine.length})\n${lines.join('\n')}`];
  });
  const all = `Xem tất cả: ${at(siteUrl, noticesAddress)}`;
  return letter(name, siteUrl, `Tin trong ngày: ${notices.length} việc`, [...parts, all]);
}

export function codeLetter(name: string, digits: string, siteUrl: string): Letter {
  return letter(name, siteUrl, 'Mã xác nhận địa chỉ thư', [
    `Mã xác nhận của bạn: ${digits}`,
    `Mã dùng được trong một giờ, ở trang ${at(siteUrl, waysAddress)}`,
    'Nếu bạn không yêu cầu mã này, hãy bỏ qua thư: địa chỉ của bạn chưa được dùng vào việc gì.',
  ]);
}

function letter(name: string, siteUrl: string, subject: string, parts: string[]): Letter {
  const end = `--\nThư tự động của hệ biên tập, xin đừng trả lời.\nĐổi cách nhận: ${at(siteUrl, waysAddress)}`;
  return {
    subject: shortened(`[Biên tập] ${subject}`, subjectLength),
    text: `${[`Chào ${name},`, ...parts, end].join('\n\n')}\n`,
  };
}

function at(siteUrl: string, path: string): string {
  return new URL(path, siteUrl).href;
}
