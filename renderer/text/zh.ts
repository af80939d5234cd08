import type { Messages } from './messages.ts';

export const zh: Messages = {
  languageName: '中文',
  language: '语言',
  steps: ['放置证件', '正视摄像头', '核验结果'],
  phase: {
    starting: { heading: '正在启动', detail: '正在准备读卡器和人脸引擎，请稍候。' },
    'waiting-for-card': {
      heading: '请放置证件',
      detail: '将身份证平放在读卡器上，读完前请不要拿起。',
    },
    reading: { heading: '正在读取证件', detail: '请不要移动证件。' },
    looking: { heading: '请正视摄像头', detail: '请摘下口罩和墨镜，保持不动。' },
    comparing: { heading: '正在比对', detail: '马上就好。' },
  },
  verdict: {
    pass: { heading: '核验通过', detail: '人脸与证件照片相符。' },
    review: { heading: '需要人工核对', detail: '相似度接近通过线，请由工作人员核对。' },
    fail: { heading: '核验未通过', detail: '人脸与证件照片不够相似，请联系工作人员。' },
  },
  takeCard: '请取走您的证件。',
  nextGuest: '下一位客人请放置证件。',
  problem: '暂时无法核验',
  remedy: {
    'lift-card': '请取走证件，然后重新放置。',
    'wait-for-reader': '读卡器恢复后会自动继续。',
    restart: '问题解决后，请重新启动本系统。',
  },
  camera: {
    denied: {
      heading: '摄像头未获授权',
      detail: '请在操作系统的隐私设置中允许本程序使用摄像头，然后重新放置证件。',
    },
    missing: { heading: '没有找到摄像头', detail: '请连接摄像头，接好后会自动继续。' },
    busy: {
      heading: '摄像头被占用',
      detail: '请关闭正在使用摄像头的其他程序，然后重新放置证件。',
    },
    failed: { heading: '摄像头无法打开', detail: '请重新插拔摄像头，接好后会自动继续。' },
  },
  cardKind: {
    resident: '居民身份证',
    'hk-macao-taiwan': '港澳台居民居住证',
    'foreigner-2017': '外国人永久居留身份证',
    'foreigner-2023': '外国人永久居留身份证',
    unknown: '未知证件',
  },
  name: '姓名',
  number: '证件号码',
  score: '相似度',
  threshold: '通过线',
  far: (percent, oneIn) => `误识率 ${percent}：每 ${oneIn} 名冒用者中，约有 1 人会误通过。`,
};
