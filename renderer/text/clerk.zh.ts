import { deskZh } from './clerk/desk.zh.ts';
import { deviceZh } from './clerk/device.zh.ts';
import { historyZh } from './clerk/history.zh.ts';
import { settingsZh } from './clerk/settings.zh.ts';
import { wizardZh } from './clerk/wizard.zh.ts';

/** What the clerk reads. Keys that a state of the contract names are named as there. */
export const clerkZh = {
  title: '核验台',
  product: '证件核验',
  navigation: '主导航',
  nav: { desk: '核验', history: '记录', settings: '设置' },
  close: '关闭',
  loading: '正在加载…',
  failed: '没能取得数据。',
  guestWaits: '有客人放置了证件。',
  goToDesk: '回到核验',
  help: {
    open: '快捷键',
    heading: '键盘快捷键',
    pass: '人工通过（需确认）',
    fail: '人工拒绝（需确认）',
    retry: '允许重试（需确认）',
    next: '下一位',
    reveal: '显示或隐藏完整信息',
    views: '核验、记录、设置',
    help: '显示本帮助',
    escape: '关闭对话框',
    demo: '正在演示：读卡器和证件都是模拟的。',
  },
  desk: deskZh,
  device: deviceZh,
  history: historyZh,
  settings: settingsZh,
  wizard: wizardZh,
} as const;
