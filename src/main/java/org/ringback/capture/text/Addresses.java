package org.ringback.capture.text;

import java.util.Locale;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.IpAddress;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wrap.HeaderLine;

/** Addresses and transports as logs write them. */
final class Addresses {

    private static final int HIGHEST_PORT = 65535;

    private Addresses() {}

    /**
     * The endpoint that a text names: {@code host}, {@code host:port}, {@code [v6]:port}, {@code v6}, with a dot instead of
     * the last colon too ({@code 10.0.0.1.5060}); {@link Endpoint#UNKNOWN} if it is none.
     */
    static Endpoint endpoint(String text) {
        String written = withoutColonAtEnd(text.strip());
        int bracket = written.indexOf(']');
        if (written.startsWith("[") && bracket > 0) {
            String rest = written.substring(bracket + 1);
            return of(
                    written.substring(1, bracket),
                    rest.startsWith(":") || rest.startsWith(".") ? rest.substring(1) : "");
        }
        int colon = written.lastIndexOf(':');
        int dots = count(written, '.');
        if (colon < 0 && dots == 4) {
            return of(written.substring(0, written.lastIndexOf('.')), written.substring(written.lastIndexOf('.') + 1));
        }
        if (colon < 0) {
            return of(written, "");
        }
        int colons = count(written, ':');
        if (colons > 1) {
            return v6(written, colons);
        }
        return of(
                written.substring(0, colon),
                written.substring(colon + 1).replace("[", "").replace("]", ""));
    }

    /** A colon may end what announces a message; two of them end an address of version 6. */
    private static String withoutColonAtEnd(String written) {
        boolean ended = written.endsWith(":") && !written.endsWith("::");
        return ended ? written.substring(0, written.length() - 1) : written;
    }

    private static Endpoint v6(String written, int colons) {
        int dot = written.lastIndexOf('.');
        if (dot > written.lastIndexOf(':') && isV6(written.substring(0, dot))) {
            return of(written.substring(0, dot), written.substring(dot + 1));
        }
        int colon = written.lastIndexOf(':');
        // Without brackets the last group is the port only if the address is whole without it.
        boolean full = colons == 8 || !isV6(written);
        return full ? of(written.substring(0, colon), written.substring(colon + 1)) : of(written, "");
    }

    /** The endpoint of a host and a port that are written apart. */
    static Endpoint of(String written, String port) {
        String known = written.strip();
        if (known.isEmpty() || !isHost(known)) {
            return Endpoint.UNKNOWN;
        }
        String host = isV6(known) ? IpAddress.of(known).orElseThrow().text() : known;
        return new Endpoint(host, port(port));
    }

    private static boolean isV6(String text) {
        return text.indexOf(':') >= 0 && IpAddress.of(text).isPresent();
    }

    /** Zero if it is none. */
    static int port(String text) {
        String written = text.strip();
        if (written.equals("sip")) {
            return 5060;
        }
        if (written.equals("sips") || written.equals("sip-tls")) {
            return 5061;
        }
        if (written.length() > 5) {
            return 0;
        }
        int port = 0;
        for (int at = 0; at < written.length(); at++) {
            int digit = written.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            port = 10 * port + digit;
        }
        return port <= HIGHEST_PORT ? port : 0;
    }

    static Transport transport(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "UDP" -> Transport.UDP;
            case "TCP" -> Transport.TCP;
            case "TLS" -> Transport.TLS;
            case "SCTP" -> Transport.SCTP;
            case "WS" -> Transport.WS;
            case "WSS" -> Transport.WSS;
            default -> Transport.UNKNOWN;
        };
    }

    private static boolean isHost(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!HeaderLine.isToken(text.charAt(at)) && text.charAt(at) != ':') {
                return false;
            }
        }
        // One colon stands before a port, and an address of version 6 ends with none or with two.
        return count(text, ':') != 1 && withoutColonAtEnd(text).equals(text);
    }

    private static int count(String text, char counted) {
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            count += text.charAt(at) == counted ? 1 : 0;
        }
        return count;
    }
}
