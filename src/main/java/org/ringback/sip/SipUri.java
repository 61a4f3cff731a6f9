package org.ringback.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A URI, taken apart as far as it is a sip, sips or tel URI (RFC 3261 section 19.1, RFC 3966). All parts are as written,
 * escapes included; a part that is missing is empty.
 *
 * @param text the whole
 * @param scheme as written, without its colon; empty if there is none
 * @param user of a tel URI the number
 * @param host an IPv6 address with its brackets
 * @param port 1 to 65535, or 0 if missing or unreadable
 * @param headers of a URI to be dialed, {@code ?name=value&...}
 */
public record SipUri(
        String text,
        String scheme,
        String user,
        String password,
        String host,
        int port,
        Parameters parameters,
        List<Parameters.Parameter> headers) {

    public SipUri {
        headers = List.copyOf(headers);
    }

    /** Takes any text; what cannot be taken apart is in {@code text} only. */
    public static SipUri of(String text) {
        int colon = schemeEnd(text);
        String scheme = colon < 0 ? "" : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        if (Ascii.same(scheme, "sip") || Ascii.same(scheme, "sips")) {
            return sip(text, scheme, rest);
        }
        if (Ascii.same(scheme, "tel")) {
            int semicolon = end(rest, ';', rest.length());
            return new SipUri(
                    text,
                    scheme,
                    rest.substring(0, semicolon),
                    "",
                    "",
                    0,
                    parameters(rest.substring(semicolon)),
                    List.of());
        }
        return new SipUri(text, scheme, "", "", "", 0, Parameters.NONE, List.of());
    }

    private static SipUri sip(String text, String scheme, String rest) {
        // A user may hold ; and ? but never @, so what is before the first @ is the user.
        int at = rest.indexOf('@');
        String userInfo = at < 0 ? "" : rest.substring(0, at);
        String behind = rest.substring(at + 1);
        int colon = end(userInfo, ':', userInfo.length());
        int question = end(behind, '?', behind.length());
        int semicolon = end(behind, ';', question);
        String hostPort = behind.substring(0, semicolon);
        int port = portColon(hostPort);
        return new SipUri(
                text,
                scheme,
                userInfo.substring(0, colon),
                userInfo.substring(Math.min(colon + 1, userInfo.length())),
                hostPort.substring(0, port).strip(),
                port(hostPort.substring(Math.min(port + 1, hostPort.length()))),
                parameters(behind.substring(semicolon, question)),
                headers(behind.substring(question)));
    }

    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i == 0 ? -1 : i;
            }
            boolean such = Ascii.letter(c) || (i > 0 && (Ascii.digit(c) || c == '+' || c == '-' || c == '.'));
            if (!such) {
                return -1;
            }
        }
        return -1;
    }

    private static int end(String text, char separator, int otherwise) {
        int index = text.indexOf(separator);
        return index < 0 || index > otherwise ? otherwise : index;
    }

    /** Where the port is separated from the host, or the length. */
    static int portColon(String hostPort) {
        int bracket = hostPort.startsWith("[") ? hostPort.indexOf(']') : -1;
        int colon = hostPort.indexOf(':', Math.max(bracket, 0));
        return colon < 0 ? hostPort.length() : colon;
    }

    /** 1 to 65535, or 0. */
    static int port(String text) {
        String digits = text.strip();
        if (digits.length() > 5 || !Numbers.digits(digits)) {
            return 0;
        }
        int port = Integer.parseInt(digits);
        return port <= 65535 ? port : 0;
    }

    private static Parameters parameters(String text) {
        return new Parameters(pairs(text, ';'));
    }

    private static List<Parameters.Parameter> headers(String text) {
        return text.length() > 1 ? pairs('&' + text.substring(1), '&') : List.of();
    }

    private static List<Parameters.Parameter> pairs(String text, char separator) {
        List<Parameters.Parameter> pairs = new ArrayList<>();
        int from = 1;
        while (from < text.length()) {
            int to = text.indexOf(separator, from);
            if (to < 0) {
                to = text.length();
            }
            String pair = text.substring(from, to).strip();
            int equals = pair.indexOf('=');
            if (equals >= 0) {
                pairs.add(new Parameters.Parameter(pair.substring(0, equals), pair.substring(equals + 1)));
            } else if (!pair.isEmpty()) {
                pairs.add(new Parameters.Parameter(pair, null));
            }
            from = to + 1;
        }
        return pairs;
    }

    /** Whether it is one of SIP, secured or not. */
    public boolean sip() {
        return Ascii.same(scheme, "sip") || Ascii.same(scheme, "sips");
    }

    public Optional<String> transport() {
        return parameters.value("transport");
    }

    /** A user, a parameter or a header of a URI without its escapes. */
    public static String unescaped(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        byte[] bytes = part.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length && Ascii.hex(bytes[i + 1]) && Ascii.hex(bytes[i + 2])) {
                bytes[length++] = (byte) (Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return Text.of(bytes, 0, length);
    }

    /** Doubts about the URI that stands in a value. */
    static void check(Scan value, int from, int to, String rule) {
        if (schemeEnd(value.text(from, to)) < 0) {
            value.doubt(Fault.UNREADABLE_VALUE, from, to, rule);
        }
        for (int i = from; i < to; i++) {
            if (value.charAt(i) == '%'
                    && !(i + 2 < to && Ascii.hex(value.charAt(i + 1)) && Ascii.hex(value.charAt(i + 2)))) {
                value.doubt(Fault.BAD_ESCAPE, i, Math.min(i + 3, to), "escaped");
            }
        }
    }
}
