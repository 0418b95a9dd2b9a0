import assert from 'node:assert/strict';

import { articleText } from '../../../web/i18n/article-text.ts';

describe('An article of law, in words', () => {
  for (const [article, vi, en] of [
    ['D69, Art. 7', 'Nghị định 69/2024/NĐ-CP, Điều 7', 'Decree 69/2024/NĐ-CP, Article 7'],
    [
      'D69, Arts. 10 and 11',
      'Nghị định 69/2024/NĐ-CP, Điều 10 và 11',
      'Decree 69/2024/NĐ-CP, Articles 10 and 11',
    ],
    [
      'D69, Arts. 7 and 15(2)',
      'Nghị định 69/2024/NĐ-CP, Điều 7 và khoản 2 Điều 15',
      'Decree 69/2024/NĐ-CP, Articles 7 and 15(2)',
    ],
    [
      'LoID, Art. 34(1)(c)',
      'Luật Căn cước 2023, điểm c khoản 1 Điều 34',
      'Law on Identification 2023, Article 34(1)(c)',
    ],
  ] as const) {
    it(`is ${article} for those who wrote the rules, and a sentence for everybody else`, () => {
      assert.equal(articleText('vi', article), vi);
      assert.equal(articleText('en', article), en);
    });
  }
});
