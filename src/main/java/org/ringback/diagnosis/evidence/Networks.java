package org.ringback.diagnosis.evidence;

/** What an address says about where it can be reached from. Host names and anything unreadable say nothing. */
public final class Networks {

    /** How an IPv4 address begins that is written as one of IPv6 (RFC 4291, 2.5.5.2). */
    private static final String MAPPED = "::ffff:";

    private static final int[] NONE = {};

    private Networks() {}

    /**
     * Whether it is only good inside some network: RFC 1918, shared space of providers (RFC 6598), link-local (RFC 3927 and
     * 4291), unique local IPv6 (RFC 4193).
     */
    public static boolean inner(String host) {
        int[] octets = octets(host);
        if (octets.length == 4) {
            return octets[0] == 10
                    || (octets[0] == 172 && octets[1] >= 16 && octets[1] < 32)
                    || (octets[0] == 192 && octets[1] == 168)
                    || (octets[0] == 100 && octets[1] >= 64 && octets[1] < 128)
                    || (octets[0] == 169 && octets[1] == 254);
        }
        int first = firstGroup(host);
        return (first >= 0xFC00 && first < 0xFE00) || (first >= 0xFE80 && first < 0xFEC0);
    }

    /** Whether it can be reached from everywhere, as far as its number tells. */
    public static boolean outer(String host) {
        int[] octets = octets(host);
        if (octets.length == 4) {
            return octets[0] > 0 && octets[0] != 127 && octets[0] < 224 && !inner(host);
        }
        int first = firstGroup(host);
        return first >= 0x2000 && first < 0x4000;
    }

    private static int[] octets(String host) {
        int from = host.regionMatches(true, 0, MAPPED, 0, MAPPED.length()) ? MAPPED.length() : 0;
        int[] octets = new int[4];
        int at = 0;
        int digits = 0;
        for (int i = from; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.' && digits > 0 && at < 3) {
                at++;
                digits = 0;
            } else if (c >= '0' && c <= '9' && digits < 3) {
                octets[at] = octets[at] * 10 + c - '0';
                digits++;
            } else {
                return NONE;
            }
        }
        boolean complete = at == 3 && digits > 0;
        for (int octet : octets) {
            complete &= octet <= 255;
        }
        return complete ? octets : NONE;
    }

    /** Of an IPv6 address, else -1. */
    private static int firstGroup(String host) {
        int colon = host.indexOf(':');
        if (colon < 1 || colon > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < colon; i++) {
            int digit = Character.digit(host.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
