import { useEffect, useState } from 'react';
import { daysFrom, startOfDay } from '../history/day-range.ts';

/** The longest time a timer can wait is shorter than some nights of a sleeping computer: look again each hour. */
const hour = 3_600_000;

/**
 * The present day, as its midnight: a station that is never switched off goes over to the next one.
 * A computer that slept through midnight does so within the hour.
 */
export const usePresentDay = (): Date => {
  const [day, setDay] = useState(() => startOfDay(new Date()));
  useEffect(() => {
    const now = new Date();
    const untilMidnight = daysFrom(day, 1).getTime() - now.getTime();
    const timer = setTimeout(
      () => {
        const today = startOfDay(new Date());
        // A new object begins the wait anew, also where the day is still the same.
        setDay(today);
      },
      Math.min(Math.max(untilMidnight, 0), hour),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [day]);
  return day;
};
