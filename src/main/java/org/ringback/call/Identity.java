package org.ringback.call;

/**
 * Who is named in a From or To header, as it stands there.
 *
 * @param user before the {@code @} without a password, the number of a {@code tel:} address, or empty
 * @param host with its port, if there is one; empty if there is none
 */
public record Identity(String user, String host) {

    /** Nobody is named, or in a way that cannot be read. */
    public static final Identity UNKNOWN = new Identity("", "");

    /** Reads the value of a header; whatever it is, this does not fail. */
    static Identity of(String header) {
        String address = address(header);
        int scheme = address.indexOf(':');
        if (scheme < 0) {
            return UNKNOWN;
        }
        String rest = cut(cut(address.substring(scheme + 1), '?'), ' ');
        int at = rest.lastIndexOf('@');
        if (at >= 0) {
            return new Identity(cut(cut(rest.substring(0, at), ';'), ':'), cut(rest.substring(at + 1), ';'));
        }
        String bare = cut(rest, ';');
        return address.regionMatches(true, 0, "tel:", 0, 4) ? new Identity(bare, "") : new Identity("", bare);
    }

    /** What stands between angle brackets, after a quoted name that may hold brackets too (RFC 3261, 20.10). */
    private static String address(String header) {
        int from = 0;
        if (header.startsWith("\"")) {
            int quote = 1;
            while (quote < header.length() && header.charAt(quote) != '"') {
                quote += header.charAt(quote) == '\\' ? 2 : 1;
            }
            from = Math.min(quote + 1, header.length());
        }
        int open = header.indexOf('<', from);
        if (open < 0) {
            return header.substring(from).strip();
        }
        int close = header.indexOf('>', open);
        return header.substring(open + 1, close < 0 ? header.length() : close).strip();
    }

    private static String cut(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
