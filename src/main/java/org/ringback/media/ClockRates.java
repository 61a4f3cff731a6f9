package org.ringback.media;

/** How fast the timestamps of a payload run, in ticks per second. */
final class ClockRates {

    /** So much may a clock that is measured over a second or two differ from what it is. */
    private static final double TOLERANCE = 0.15;

    private static final int[] USUAL = {8000, 16000, 24000, 32000, 44100, 48000, 90000};

    private static final int COMFORT_NOISE = 13;
    private static final int OLD_COMFORT_NOISE = 19;

    private ClockRates() {}

    /** Whether a payload type is comfort noise, also by the number that it had before (RFC 3551, 6). */
    static boolean comfortNoise(int payloadType) {
        return payloadType == COMFORT_NOISE || payloadType == OLD_COMFORT_NOISE;
    }

    /** Of a payload type that means the same to everybody (RFC 3551, tables 4 and 5); 0 for others. G.722 counts 8000. */
    static int assigned(int payloadType) {
        return switch (payloadType) {
            case 0, 3, 4, 5, 7, 8, 9, 12, 13, 15, 18, 19 -> 8000;
            case 6 -> 16000;
            case 10, 11 -> 44100;
            case 16 -> 11025;
            case 17 -> 22050;
            case 14, 25, 26, 28, 31, 32, 33, 34 -> 90000;
            default -> 0;
        };
    }

    /**
     * The usual rate next to what was seen; 0 if none is near.
     *
     * @param ticks by which the timestamps went on
     * @param micros in so many microseconds
     */
    static int measured(long ticks, long micros) {
        if (ticks <= 0 || micros <= 0) {
            return 0;
        }
        double rate = 1e6 * ticks / micros;
        int nearest = USUAL[0];
        for (int usual : USUAL) {
            if (Math.abs(rate - usual) < Math.abs(rate - nearest)) {
                nearest = usual;
            }
        }
        if (Math.abs(rate - nearest) <= TOLERANCE * nearest) {
            return nearest;
        }
        return 0;
    }
}
