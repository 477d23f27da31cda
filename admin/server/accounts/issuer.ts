/** What the account belongs to, as the apps and devices that keep its second step show it. */
export const issuer = 'Nghị quyết vào cuộc sống';
