import type { CallReply } from '../../main/ipc/contract.ts';

/** The present visit as the clerk sees it. */
export type Desk = CallReply<'currentDesk'>;
export type DeskCard = NonNullable<Desk['card']>;
export type DeskDecision = NonNullable<Desk['decision']>;
export type OperatorDecision = Desk['decisions'][number];
export type Stage = CallReply<'currentStage'>;
export type Verdict = NonNullable<Desk['verdict']>;
export type ReviewReason = Desk['reasons'][number];
export type Devices = CallReply<'currentDevices'>;
export type OperatingTable = CallReply<'operatingTable'>;
export type Settings = CallReply<'currentSettings'>['settings'];
