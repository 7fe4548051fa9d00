import fc from 'fast-check';

const characters = [
  ...Array.from('中国國招商资資著々〇𠮷〡かカｶﾞがー한간аАéÉİßςΣLe5１９ⅣﬁａＺ_'),
  ...Array.from('·•‧・･⋅.．…․,，:：;；\'’‘-－/⁄()（）“”"「」。、%％ \n\t\u3000\u00a0\u0085'),
  ...Array.from('㎡①½℃㏂№⒈㈱☎🎉\u200b\u200d\ufeff\u00ad\ufe0f\u0301\u3099\u309a\ue000\u2028'),
  '\ud83c',
  '\udc00',
];

/** Texts of what folding and cutting must be right about, and of anything at all. */
export const hardText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...characters), maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
