package org.ringback.search;

/**
 * How much the signs of a text speak for each code. A sign speaks for a code if much of what has it is said about that code,
 * and little about all others: the complement naive Bayes of Rennie and others (2003), with the codes without a sign left out,
 * and what is known about each code made equally long.
 */
final class Evidence {

    private final KnownSigns signs;
    private final int[] starts;
    private final byte[] spokenFor;
    private final short[] shares;

    /**
     * Keeps what was learned.
     *
     * @param signs all that are known
     * @param starts where what each sign says begins, and at last where all ends
     * @param spokenFor codes
     * @param shares how much the sign says about that code, each as a float of 16 bits
     */
    Evidence(KnownSigns signs, int[] starts, byte[] spokenFor, short[] shares) {
        this.signs = signs;
        this.starts = starts;
        this.spokenFor = spokenFor;
        this.shares = shares;
    }

    /** Adds what a text says, if it counts so much, to what speaks for each code already. */
    void add(Signs text, float counts, float[] speaks) {
        for (int i = 0; i < text.names().length; i++) {
            float weight = counts * text.weights()[i];
            int sign = signs.place(text.names()[i]);
            if (sign >= 0) {
                for (int at = starts[sign]; at < starts[sign + 1]; at++) {
                    speaks[Byte.toUnsignedInt(spokenFor[at])] += weight * Float.float16ToFloat(shares[at]);
                }
            }
        }
    }
}
