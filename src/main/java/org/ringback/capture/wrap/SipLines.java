package org.ringback.capture.wrap;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What lines of a SIP message look like, for who wants to know whether text was one before something was done to it. */
public final class SipLines {

    private static final Set<String> NAMES = Set.of(
            "via",
            "from",
            "to",
            "call-id",
            "cseq",
            "contact",
            "max-forwards",
            "route",
            "record-route",
            "user-agent",
            "server",
            "allow",
            "supported",
            "require",
            "expires",
            "content-type",
            "content-length",
            "authorization",
            "proxy-authorization",
            "www-authenticate",
            "proxy-authenticate",
            "reason",
            "warning",
            "date",
            "event",
            "subject",
            "organization",
            "accept",
            "session-expires",
            "min-se",
            "refer-to",
            "referred-by",
            "replaces",
            "diversion",
            "history-info",
            "p-asserted-identity",
            "p-preferred-identity",
            "privacy",
            "rseq",
            "rack",
            "retry-after",
            "subscription-state",
            "remote-party-id",
            "accept-language",
            "accept-encoding",
            "alert-info",
            "allow-events",
            "authentication-info",
            "call-info",
            "content-disposition",
            "content-encoding",
            "content-language",
            "error-info",
            "identity",
            "in-reply-to",
            "mime-version",
            "min-expires",
            "path",
            "priority",
            "proxy-require",
            "reply-to",
            "service-route",
            "timestamp",
            "unsupported",
            "sip-etag",
            "sip-if-match",
            "p-access-network-info",
            "p-charging-vector",
            "p-called-party-id",
            "p-early-media",
            "p-associated-uri",
            "p-visited-network-id",
            "security-client",
            "security-server",
            "security-verify",
            "geolocation",
            "cisco-guid",
            "session-id",
            "session",
            "x-asterisk-hangupcause",
            "x-asterisk-hangupcausecode",
            "x-fs-support",
            "p-hint",
            "join",
            "feature-caps",
            "user-to-user",
            "answer-mode",
            "target-dialog",
            "x-cid",
            "x-call-id",
            "remote-party",
            "p-asserted-service",
            "p-preferred-service",
            "p-charge-info");

    private static final Set<String> ESSENTIAL = Set.of("via", "from", "to", "call-id", "cseq");

    private SipLines() {}

    /** Whether a name is that of a header that SIP messages often have. */
    static boolean isHeaderName(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT)) || name.startsWith("X-") || name.startsWith("P-");
    }

    /** Whether a header stands at this column whose name SIP messages often have. */
    public static boolean isHeader(String line, int column) {
        int colon = line.indexOf(':', column);
        return colon > column
                && Character.isLetter(line.charAt(column))
                && colon - column < 40
                && (colon == column + 1
                        ? isCompact(line, column)
                        : NAMES.contains(line.substring(column, colon).strip().toLowerCase(Locale.ROOT)));
    }

    /** Whether a header with a name of one letter stands at this column, as RFC 3261, 7.3.3 allows it. */
    static boolean isCompact(String line, int column) {
        char name = line.charAt(column);
        boolean known = "vftimlcksoeubrxy".indexOf(Character.toLowerCase(name)) >= 0;
        boolean apart = column == 0 || !HeaderLine.isToken(line.charAt(column - 1));
        boolean valued = line.startsWith(": ", column + 1)
                || (column + 2 < line.length() && Character.isLetterOrDigit(line.charAt(column + 2)) && name != 't');
        return known && apart && valued && !line.startsWith(":\\", column + 1);
    }

    static boolean isEssential(String name) {
        return ESSENTIAL.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether the line is a start line from its beginning, blanks aside. */
    public static boolean isStart(String line) {
        String stripped = line.strip();
        return stripped.contains("SIP/") && LoggedStartLine.opens(stripped);
    }

    static boolean holdsStart(String line) {
        return line.contains("SIP/") && LoggedStartLine.in(line) != null;
    }

    /** Whether a line names the protocol, its slash escaped too, as some that write JSON do. */
    static boolean namesVersion(String line) {
        return line.contains("SIP/") || line.contains("SIP\\/");
    }

    /** Whether the line names the protocol, perhaps by the numbers of its bytes. */
    static boolean mayNameVersion(String line) {
        return namesVersion(line) || line.contains("83,73,80,47") || line.contains("83, 73, 80, 47");
    }

    /** Whether one of these lines is a start line with a header right behind it. */
    static boolean holdMessage(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (isStart(lines.get(i)) && isHeader(lines.get(i + 1).strip(), 0)) {
                return true;
            }
        }
        return false;
    }

    static boolean any(List<TextRow> rows, String what) {
        for (TextRow row : rows) {
            if (row.text().contains(what)) {
                return true;
            }
        }
        return false;
    }
}
