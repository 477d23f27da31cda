/** Lighthouse's “slow 4G”, as Chromium's `Network.emulateNetworkConditions` takes it: 1.6 Mbit/s, 150 ms. */
export const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 204_800,
  uploadThroughput: 93_750,
};
