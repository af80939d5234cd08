import { journeysAt } from './support/journey.ts';
import { startStation } from './support/station-program.ts';
import { guestWords } from './pages/words.ts';

const journey = journeysAt();

journey(
  'a station that ends is missed, and one that was started anew is told from it',
  async ({ counter, page, guest, onTestFinished }) => {
    await guest.waitsForCard();
    const notice = page.getByRole('alert');
    await counter.station.stop();
    await notice.getByText(guestWords.zh.connection.lost).waitFor();
    await notice.getByText(guestWords.en.connection.lost).waitFor();
    const { port } = new URL(counter.station.address);
    const again = await startStation({ settingsFile: counter.settingsFile, port: Number(port) });
    onTestFinished(async () => {
      await again.stop();
    });
    await notice.getByText(guestWords.zh.connection.refused).waitFor();
    await page.goto(again.address);
    await guest.waitsForCard();
    await counter.cards.lay();
    await guest.agrees();
    await guest.seesResult('pass');
  },
);
