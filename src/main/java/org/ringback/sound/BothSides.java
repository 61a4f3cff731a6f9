package org.ringback.sound;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both directions of a call, beside each other as they were heard: the caller left, the callee right. A side of which nothing was
 * captured is silent.
 */
public record BothSides(Optional<Schedule> caller, Optional<Schedule> callee) {

    /** Leaves out sides that hold nothing at all. */
    public BothSides {
        caller = caller.filter(schedule -> schedule.ticks() > 0);
        callee = callee.filter(schedule -> schedule.ticks() > 0);
    }

    private Stream<Schedule> sides() {
        return Stream.concat(caller.stream(), callee.stream());
    }

    /** When the first sound of either is heard, in microseconds on the clock of the arrivals; 0 if there is none. */
    public long begin() {
        return sides().mapToLong(Schedule::begin).min().orElse(0);
    }

    /** How long it lasts, in microseconds, at most {@link Playout#LONGEST}. */
    public long length() {
        return sides().mapToLong(side -> Math.min(longest(), offset(side) + side.length()))
                .max()
                .orElse(0);
    }

    private static long longest() {
        return Playout.LONGEST.toMillis() * 1000;
    }

    /** By how much a side begins later than the other, in microseconds; what begins too late is never heard. */
    private long offset(Schedule side) {
        long offset = side.begin() - begin();
        return offset < 0 ? longest() : Math.min(offset, longest());
    }

    /** The lowest rate that loses nothing of either: 8000, 16,000 or 48,000. */
    public int naturalRate() {
        return sides().mapToInt(Schedule::naturalRate).max().orElse(8000);
    }

    /** How many samples of each channel there are at a rate. */
    public long samples(int rate) {
        return Ticks.toSamples(Ticks.ofMicros(length()), Rates.checked(rate));
    }

    /**
     * Reads the sound, left and right in turn.
     *
     * @param rate samples of each channel in a second, 8000, 16,000 or 48,000
     * @param from where to begin, in microseconds since {@link #begin}
     */
    public Sound read(int rate, long from) {
        long begin = Math.clamp(from, 0, length());
        return new StereoSound(
                side(caller, rate, begin),
                side(callee, rate, begin),
                rate,
                samples(rate) - Ticks.toSamples(Ticks.ofMicros(begin), rate));
    }

    private Optional<DelayedSound> side(Optional<Schedule> side, int rate, long begin) {
        return side.map(schedule -> {
            long wait = offset(schedule) - begin;
            long silence = Ticks.toSamples(Ticks.ofMicros(Math.max(0, wait)), rate);
            return new DelayedSound(schedule.read(rate, Math.max(0, -wait)), silence);
        });
    }
}
