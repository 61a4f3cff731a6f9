package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Goes through the headers of a message and doubts those that are not of their form. */
final class HeaderChecks {

    private static final Set<String> ONCE = Set.of(
            "Call-ID",
            "Content-Length",
            "Content-Type",
            "CSeq",
            "Date",
            "Event",
            "Expires",
            "From",
            "Max-Forwards",
            "Min-Expires",
            "RAck",
            "Refer-To",
            "Retry-After",
            "RSeq",
            "Session-Expires",
            "To");

    private static final List<String> ALWAYS = List.of("To", "From", "CSeq", "Call-ID", "Via");

    private static final Pattern DATE = Pattern.compile(
            "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4}"
                    + " [0-9]{2}:[0-9]{2}:[0-9]{2} GMT");

    private final MemorySegment bytes;
    private final Doubts doubts;

    HeaderChecks(MemorySegment bytes, Doubts doubts) {
        this.bytes = bytes;
        this.doubts = doubts;
    }

    /** Checks all headers; missing ones should be at {@code end}. */
    void check(StartLine start, List<Header> headers, long end) {
        Set<String> seen = new HashSet<>();
        for (Header header : headers) {
            if (!seen.add(header.name()) && ONCE.contains(header.name())) {
                add(Fault.REPEATED_HEADER, header.range(), header.name());
            }
            text(header);
            value(header, start);
        }
        for (String name : ALWAYS) {
            if (!seen.contains(name)) {
                doubts.add(Fault.MISSING_HEADER, end, end, name);
            }
        }
        // Those who wrote before RFC 3261 knew neither the cookie nor that this header is a must.
        if (start instanceof StartLine.RequestLine && !seen.contains("Max-Forwards") && cookie(headers)) {
            doubts.add(Fault.MISSING_HEADER, end, end, "Max-Forwards");
        }
    }

    private static boolean cookie(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.is("Via"))
                .findFirst()
                .filter(via -> via.value().contains(Via.MAGIC_COOKIE))
                .isPresent();
    }

    private void value(Header header, StartLine start) {
        Scan value = scan(bytes, header, doubts);
        switch (header.name()) {
            case "Via" -> value.elements("via-parm").forEach(Via::read);
            case "From" -> NameAddr.read(value, "from-param");
            case "To" -> NameAddr.read(value, "to-param");
            case "Refer-To", "Referred-By", "Reply-To" -> NameAddr.read(value, "generic-param");
            case "Contact" -> value.elements("contact-param").forEach(this::contact);
            case "Route" -> addresses(value, "route-param");
            case "Record-Route" -> addresses(value, "rec-route");
            case "P-Asserted-Identity", "P-Preferred-Identity", "Path", "Service-Route", "Diversion", "History-Info" ->
                addresses(value, "name-addr");
            case "CSeq" -> cseq(value, header, start);
            case "Call-ID" -> callId(value);
            case "Max-Forwards" -> Numbers.whole(value, 255, "Max-Forwards");
            case "Expires", "Min-Expires" -> Numbers.whole(value, Numbers.MOST, header.name());
            case "RSeq" -> Numbers.whole(value, Numbers.MOST, "response-num");
            case "Content-Length" -> Numbers.whole(value, MessageFramer.LONGEST_MESSAGE, "Content-Length");
            case "Content-Type" -> MediaType.read(value);
            case "Date" -> date(value);
            case "Retry-After" -> RetryAfter.read(value);
            case "Warning" -> value.elements("warning-value").forEach(Warning::read);
            case "Reason" -> value.elements("reason-value").forEach(Reason::read);
            case "WWW-Authenticate", "Proxy-Authenticate" -> Authentication.read(value, "challenge");
            case "Authorization", "Proxy-Authorization" -> Authentication.read(value, "credentials");
            default -> {
                // No form is known.
            }
        }
    }

    private void contact(Scan value) {
        int from = value.position();
        NameAddr contact = NameAddr.read(value, "contact-params");
        boolean tooLong = contact.parameters()
                .value("expires")
                .filter(expires -> !expires.isEmpty() && expires.chars().allMatch(Ascii::digit))
                .filter(expires -> expires.length() > 10 || Long.parseLong(expires) > Numbers.MOST)
                .isPresent();
        if (tooLong) {
            value.doubt(Fault.NUMBER_OUT_OF_RANGE, from, value.end(), "c-p-expires");
        }
    }

    private static void addresses(Scan value, String rule) {
        value.elements(rule).forEach(element -> NameAddr.read(element, rule));
    }

    private void cseq(Scan value, Header header, StartLine start) {
        CSeq cseq = CSeq.read(value);
        if (start instanceof StartLine.RequestLine request
                && !cseq.method().isEmpty()
                && !cseq.method().equals(request.method())) {
            add(Fault.METHOD_MISMATCH, header.valueRange(), "CSeq");
        }
    }

    private static void callId(Scan value) {
        value.take(c -> !Ascii.space(c));
        if (value.position() == 0 || !value.done()) {
            value.doubt(Fault.UNREADABLE_VALUE, "callid");
        }
    }

    private static void date(Scan value) {
        if (!DATE.matcher(value.rest()).matches()) {
            value.doubt(Fault.BAD_DATE, "SIP-date");
        }
    }

    private void text(Header header) {
        String octets = HeaderSection.octets(
                bytes, header.valueRange().from(), header.valueRange().to());
        boolean ascii = true;
        for (int i = 0; i < octets.length(); i++) {
            char c = octets.charAt(i);
            if (c >= 0x80) {
                ascii = false;
            } else if ((c < ' ' && c != '\t' && c != '\r' && c != '\n') || c == 0x7f) {
                // Behind a backslash nearly everything may stand.
                if (i == 0 || octets.charAt(i - 1) != '\\') {
                    long at = header.valueRange().from() + i;
                    doubts.add(Fault.CONTROL_CHARACTER, at, at + 1, "TEXT-UTF8char");
                    break;
                }
            }
        }
        if (!ascii && !Text.utf8(octets)) {
            add(Fault.NOT_UTF8, header.valueRange(), "UTF8-NONASCII");
        }
    }

    private void add(Fault fault, ByteRange range, String rule) {
        doubts.add(fault, range.from(), range.to(), rule);
    }

    /** The value as it stands, its folds replaced by as many blanks. */
    static Scan scan(MemorySegment bytes, Header header, Doubts doubts) {
        ByteRange range = header.valueRange();
        String octets = HeaderSection.octets(bytes, range.from(), range.to())
                .replace('\r', ' ')
                .replace('\n', ' ');
        return new Scan(octets, range.from(), doubts);
    }
}
