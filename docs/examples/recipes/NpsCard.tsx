import { format, nps, type Tally } from "cx-metrics";

/** Below this, the card warns. How wide the interval is says it too, but not everybody reads intervals. */
const FEW = 30;

export function NpsCard({ tally, locale = "en" }: { tally: Tally; locale?: string }) {
  const { score, interval, n, missing } = nps(tally);
  const write = (value: number) => format(value, { locale, digits: 0 });
  return (
    <figure>
      <figcaption>Net Promoter Score</figcaption>
      {score === null ? <p>No answers yet</p> : <strong>{write(score)}</strong>}
      {interval && (
        <p>
          {write(interval.low)} to {write(interval.high)}, with {100 * interval.level} % confidence
        </p>
      )}
      <p>
        {n} answers, {missing} left blank
      </p>
      {n > 0 && n < FEW && <p role="note">Few answers: chance alone moves this score a lot.</p>}
    </figure>
  );
}
