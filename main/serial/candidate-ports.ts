import { readdir } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import { bridgeChipOf } from './bridge-chips.ts';

/** A port that may have a reader on it. */
export interface CandidatePort {
  readonly path: string;
  /** The bridge chip, when it is a known one: a hint, not a reader. */
  readonly chip: string | null;
  /** Whether it is plugged in by USB, as far as the system says. */
  readonly usb: boolean;
}

/** What a system says about a port. */
interface ListedPort {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
}

export interface CandidateOptions {
  /** Lists the ports the system describes. */
  readonly list?: () => Promise<readonly ListedPort[]>;
  /** Lists the names in `/dev`, where there is one. */
  readonly listDevices?: () => Promise<readonly string[]>;
}

/**
 * USB serial devices by their name alone. Needed where `udevadm` is missing (containers, embedded
 * systems), and for ttyCH341USB of the chip maker's own driver, which `serialport` does not list.
 */
const deviceName = /^tty(USB|ACM|CH341USB|CH343USB|WCHUSB|XRUSB)\d+$/;

const listSystemPorts = (): Promise<readonly ListedPort[]> => SerialPort.list();

const listDeviceNames = (): Promise<readonly string[]> =>
  process.platform === 'linux' ? readdir('/dev') : Promise.resolve([]);

/**
 * The serial ports of this computer, likeliest first: known bridge chips, other USB devices, the rest
 * in the order of the system. What stands first is no promise; only the SAM status tells a reader.
 * A way of listing that fails contributes nothing: the other one may still find the reader.
 */
export const listCandidatePorts = async ({
  list = listSystemPorts,
  listDevices = listDeviceNames,
}: CandidateOptions = {}): Promise<CandidatePort[]> => {
  const [listed, names] = await Promise.all([
    list().catch((): readonly ListedPort[] => []),
    listDevices().catch((): readonly string[] => []),
  ]);
  const ports = new Map<string, CandidatePort>();
  for (const { path, vendorId, productId } of listed) {
    const chip = bridgeChipOf(vendorId, productId) ?? null;
    ports.set(path, { path, chip, usb: vendorId !== undefined });
  }
  for (const name of names.filter((entry) => deviceName.test(entry)).sort()) {
    const path = `/dev/${name}`;
    if (!ports.has(path)) ports.set(path, { path, chip: null, usb: true });
  }
  return [...ports.values()].sort((a, b) => likelihood(b) - likelihood(a));
};

const likelihood = ({ chip, usb }: CandidatePort): number => (chip ? 2 : usb ? 1 : 0);
