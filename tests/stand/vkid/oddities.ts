/** What VK ID may do otherwise than its SDK says: none of it is known to be so. */
export interface VkidOddities {
  /** Answers every request that comes from an extension with a page and 403. */
  refusesExtensions: boolean;
  /** What neither redirect nor answers repeat. */
  leavesOut: readonly ('state' | 'device_id')[];
  /** Where the redirect carries its parameters. */
  redirectsBy: 'query' | 'hash' | 'payload';
  /** Numbers in the token answer are texts. */
  numbersAsText: boolean;
}

/** VK ID as its SDK knows it. */
export const withoutOddities: VkidOddities = {
  refusesExtensions: false,
  leavesOut: [],
  redirectsBy: 'query',
  numbersAsText: false,
};
