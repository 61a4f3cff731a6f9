package org.ringback.pseudonym;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.ringback.capture.wire.Captured;

/**
 * When things happened. Times stay as they are, or begin at a fixed day, are rounded to ten milliseconds and shaken by as much,
 * so that nothing comes before what it followed and no timer is taken for another.
 */
final class Dates {

    /** 2000-01-01. */
    private static final long DAY = 946_684_800_000_000L;

    private static final long GRAIN = 10_000;
    private static final long SECOND = 1_000_000;

    private static final DateTimeFormatter SIP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final boolean blurred;
    private final long first;
    private final RandomGenerator random;
    private long last = Long.MIN_VALUE;

    Dates(List<Captured> messages, Likeness likeness, RandomGenerator random) {
        this.blurred = likeness == Likeness.BLURRED;
        this.first = messages.stream()
                .mapToLong(Captured::time)
                .filter(time -> time != Captured.NO_TIME)
                .min()
                .orElse(Captured.NO_TIME);
        this.random = random;
    }

    /** For messages in their order: none that was later becomes earlier. */
    long[] of(LongStream times) {
        long[] original = times.toArray();
        if (!blurred) {
            return original;
        }
        long[] moved = new long[original.length];
        LongStream.range(0, original.length)
                .mapToInt(index -> (int) index)
                .boxed()
                .sorted((one, other) -> Long.compare(original[one], original[other]))
                .forEach(index -> moved[index] =
                        original[index] == Captured.NO_TIME ? Captured.NO_TIME : next(shifted(original[index])));
        return moved;
    }

    private long next(long time) {
        last = Math.max(last, Math.floorDiv(time, GRAIN) * GRAIN + random.nextLong(GRAIN));
        return last;
    }

    /** The same with the clock of the result. */
    long shifted(long time) {
        return !blurred || first == Captured.NO_TIME || time == Captured.NO_TIME
                ? time
                : DAY + Math.max(-DAY, Math.min(time - first, Long.MAX_VALUE / 4));
    }

    /** Seconds since 1970, as in a signature; 0 if they are not told. */
    String seconds(String written) {
        boolean time = Tokens.small(written, 10) && written.indexOf('.') < 0;
        return !blurred || !time ? written : Long.toString(shifted(Long.parseLong(written) * SECOND) / SECOND);
    }

    /** A date as in the Date header; empty if it is none. */
    Optional<String> of(String written) {
        try {
            Instant instant = ZonedDateTime.of(LocalDateTime.parse(written.strip(), SIP_DATE), ZoneOffset.UTC)
                    .toInstant();
            return Optional.of(blurred ? moved(instant) : written);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private String moved(Instant instant) {
        long micros = shifted(Math.multiplyExact(instant.getEpochSecond(), SECOND));
        return SIP_DATE.format(
                Instant.ofEpochSecond(Math.floorDiv(micros, SECOND)).atZone(ZoneOffset.UTC));
    }
}
