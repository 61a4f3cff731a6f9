package org.ringback.sound.quality;

/**
 * How good somebody would say that it sounds.
 *
 * @param r the transmission rating of ITU-T G.107, from 0 to 100
 */
public record Rating(double r) {

    /** What is left with nothing but the default values of G.107. */
    static final double BEST = 93.2;

    public Rating {
        r = Math.clamp(r, 0, 100);
    }

    /**
     * Of a narrow-band connection whose talkers hear no echo; everything that is not named here is as G.107 has it by default.
     *
     * @param delay mouth to ear, one way, in milliseconds
     * @param impairment what codec and loss take away, Ie-eff
     */
    static Rating of(double delay, double impairment) {
        return new Rating(BEST - delayed(delay) - impairment);
    }

    /** Id in the usual short form (Cole and Rosenbluth, 2001), which comes close to G.107 up to 400 ms. */
    private static double delayed(double delay) {
        double beyond = Math.max(0, delay - 177.3);
        return 0.024 * delay + 0.11 * beyond;
    }

    /** What codec and loss take away together (ITU-T G.107, section 7.5, equation 7-29). */
    static double impairment(double withoutLoss, double robustness, Loss loss) {
        return withoutLoss + (95 - withoutLoss) * loss.percent() / (loss.percent() / loss.burstiness() + robustness);
    }

    /** The mean opinion score that belongs to it, from 1 to 4.5 (ITU-T G.107, Annex B, equation B-4). */
    public double opinion() {
        if (r == 0) {
            return 1;
        }
        // The curve dips below its own end close to zero.
        return Math.clamp(1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6, 1, 4.5);
    }
}
