package org.ringback.diagnosis.evidence;

/**
 * Without which signs a rule has nothing to say of a call, so that it need not be asked. Who needs too much is silent where
 * it should speak; a test lets every rule look at everything all the same and compares.
 *
 * @param all the bits of signs that must all be there
 * @param any the bits of signs of which one must be there, or 0
 */
public record Needs(int all, int any) {

    /** The rule looks at every call. */
    public static final Needs NOTHING = new Needs(0, 0);

    /** All of these. */
    public static Needs all(Sign... signs) {
        return new Needs(bits(signs), 0);
    }

    /** One of these at least. */
    public static Needs any(Sign... signs) {
        return new Needs(0, bits(signs));
    }

    /** Also one of these at least. */
    public Needs andAny(Sign... signs) {
        return new Needs(all, bits(signs));
    }

    private static int bits(Sign... signs) {
        int bits = 0;
        for (Sign sign : signs) {
            bits |= sign.bit();
        }
        return bits;
    }

    /** Whether a call has what is needed. */
    public boolean metBy(Case examined) {
        int signs = examined.signs();
        return (signs & all) == all && (any == 0 || (signs & any) != 0);
    }
}
