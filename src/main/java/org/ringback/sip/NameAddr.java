package org.ringback.sip;

import java.util.List;
import java.util.Optional;

/**
 * A value of From, To, Contact, Route, Refer-To and the like (RFC 3261 section 20.10).
 *
 * @param displayName without quotes and escapes, empty if there is none
 * @param parameters of the header, behind the URI
 */
public record NameAddr(String displayName, SipUri uri, Parameters parameters) {

    private static final String RULE = "name-addr";

    /** Takes any text: a value of its own, not a list. */
    public static NameAddr of(String value) {
        return read(Scan.of(Octet.of(value)), RULE);
    }

    /** Only the URI of {@link #of}, for who asks it of many values. */
    public static SipUri uri(String value) {
        Scan scan = Scan.of(Octet.of(value));
        scan.skipSpaces();
        int open = scan.find('<');
        if (open < 0) {
            return SipUri.of(bareUri(scan));
        }
        scan.to(open + 1);
        int close = scan.find('>');
        int from = scan.skipSpaces().position();
        int to = trimmed(scan, from, close < 0 ? scan.end() : close);
        return SipUri.of(scan.text(Math.min(from, to), to));
    }

    /** Takes any text: the elements of a list. */
    public static List<NameAddr> all(String values) {
        return Scan.of(Octet.of(values)).elements("").stream()
                .map(value -> read(value, ""))
                .toList();
    }

    public Optional<String> tag() {
        return parameters.value("tag");
    }

    /** Reads a value; the rule is that of its parameters. */
    static NameAddr read(Scan value, String rule) {
        int from = value.skipSpaces().position();
        int open = value.find('<');
        if (open < 0 && value.peek() == '"' && value.quoteEnd(from) < 0) {
            value.doubt(Fault.UNTERMINATED_QUOTE, from, value.end(), "quoted-string");
        }
        return open < 0 ? bare(value, rule) : bracketed(value, open, rule);
    }

    private static NameAddr bracketed(Scan value, int open, String rule) {
        String name = displayName(value, open);
        value.to(open + 1);
        int close = value.find('>');
        int end = close;
        if (close < 0) {
            end = value.end();
            value.doubt(Fault.UNTERMINATED_BRACKET, open, end, "RAQUOT");
        }
        int from = value.skipSpaces().position();
        int to = trimmed(value, from, end);
        if (from != open + 1 || to != end) {
            value.doubt(Fault.SPACE_IN_BRACKETS, open, Math.min(end + 1, value.end()), RULE);
        }
        from = Math.min(from, to);
        SipUri.check(value, from, to, "addr-spec");
        SipUri uri = SipUri.of(value.text(from, to));
        value.to(end + 1);
        return new NameAddr(name, uri, value.parameters(rule));
    }

    private static int trimmed(Scan value, int from, int end) {
        int to = end;
        while (to > from && Ascii.space(value.charAt(to - 1))) {
            to--;
        }
        return to;
    }

    private static String bareUri(Scan value) {
        return value.take(c -> c != ';' && !Ascii.space(c));
    }

    private static String displayName(Scan value, int open) {
        int from = value.position();
        if (value.peek() == '"') {
            if (value.quoteEnd(from) >= 0) {
                String name = value.quoted();
                if (value.skipSpaces().position() < open) {
                    value.doubt(Fault.UNQUOTED_NAME, value.position(), open, "display-name");
                }
                return name;
            }
            value.doubt(Fault.UNTERMINATED_QUOTE, from, open, "quoted-string");
            return value.trimmed(from + 1, open);
        }
        for (int i = from; i < open; i++) {
            if (!Ascii.token(value.charAt(i)) && !Ascii.space(value.charAt(i))) {
                value.doubt(Fault.UNQUOTED_NAME, from, open, "display-name");
                break;
            }
        }
        return value.trimmed(from, open);
    }

    private static NameAddr bare(Scan value, String rule) {
        int from = value.position();
        String uri = bareUri(value);
        int to = value.position();
        if (uri.indexOf('?') >= 0 || uri.indexOf(',') >= 0) {
            value.doubt(Fault.UNBRACKETED_URI, from, to, "addr-spec");
        }
        if (!uri.equals("*")) {
            SipUri.check(value, from, to, "addr-spec");
        }
        return new NameAddr("", SipUri.of(uri), value.parameters(rule));
    }
}
