package org.ringback.capture.wire;

/**
 * Where a message came from or went to.
 *
 * @param host an IP address as text, IPv6 in its short form without brackets; in some logs a host name; empty if unknown
 * @param port 1 to 65535, or 0 if unknown; -1 in {@link #LOG_WRITER} alone
 */
public record Endpoint(String host, int port) {

    /** A log that does not say. */
    public static final Endpoint UNKNOWN = new Endpoint("", 0);

    /** The system that wrote a log which tells of both directions but not its own address. */
    public static final Endpoint LOG_WRITER = new Endpoint("", -1);

    /** Stands for {@link #LOG_WRITER} in text that Ringback writes and reads again. */
    public static final String LOG_WRITER_MARK = "*";

    /** Stands where a place, a name or a time is not known. */
    public static final String NOT_KNOWN = "?";

    /** As {@code host:port}, IPv6 in brackets; only the host without a port, empty if unknown. */
    public String text() {
        if (host.isEmpty()) {
            return "";
        }
        String written = host.contains(":") ? "[" + host + "]" : host;
        return port == 0 ? written : written + ":" + port;
    }

    /** As {@link #text()}, and {@value #NOT_KNOWN} if unknown. */
    public String shown() {
        return host.isEmpty() ? NOT_KNOWN : text();
    }
}
