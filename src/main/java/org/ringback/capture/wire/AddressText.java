package org.ringback.capture.wire;

/**
 * An IP address as people write it, and everywhere in the same way, so that a host has one name in packets and in logs: IPv6
 * in the form of RFC 5952, with an embedded IPv4 address in dots as its section 5 recommends.
 */
public final class AddressText {

    private AddressText() {}

    /**
     * The text of an address.
     *
     * @param high the first eight bytes of an IPv6 address; of no meaning for IPv4
     * @param low the last eight bytes, or the four of an IPv4 address
     */
    public static String of(boolean ipv6, long high, long low) {
        return ipv6 ? ipv6(high, low) : ipv4(low);
    }

    private static String ipv4(long low) {
        return ((low >>> 24) & 0xFF) + "." + ((low >>> 16) & 0xFF) + "." + ((low >>> 8) & 0xFF) + "." + (low & 0xFF);
    }

    private static String ipv6(long high, long low) {
        if (high == 0 && (low >>> 32) == 0xFFFF) {
            return "::ffff:" + ipv4(low);
        }
        int best = -1;
        int longest = 1;
        for (int group = 0; group < 8; group++) {
            int end = group;
            while (end < 8 && group(high, low, end) == 0) {
                end++;
            }
            if (end - group > longest) {
                best = group;
                longest = end - group;
            }
        }
        var text = new StringBuilder(39);
        for (int group = 0; group < 8; group++) {
            if (group == best) {
                text.append("::");
                group += longest - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(group(high, low, group)));
            }
        }
        return text.toString();
    }

    private static int group(long high, long low, int index) {
        return (int) ((index < 4 ? high : low) >>> (48 - 16 * (index & 3))) & 0xFFFF;
    }
}
