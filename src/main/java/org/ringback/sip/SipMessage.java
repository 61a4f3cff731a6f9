package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One message in full. Any bytes make one: what breaks the grammar is taken as it was probably meant, and listed in
 * {@link #doubts}. The bytes are not copied, so the message can be asked only as long as they can be read. It looks at
 * {@link MessageFramer#LONGEST_HEADERS} of headers at most and does not change, so any thread may ask it.
 *
 * <p>Accessors that give out a value read it from the first header of its name; a header of that name that cannot be read is
 * as if it were missing, or has empty parts.
 */
public final class SipMessage {

    private final MemorySegment bytes;
    private final StartLine startLine;
    private final ByteRange startLineRange;
    private final List<Header> headers;
    private final ByteRange body;
    private final List<Doubt> doubts;

    private SipMessage(
            MemorySegment bytes,
            StartLine startLine,
            ByteRange startLineRange,
            List<Header> headers,
            ByteRange body,
            List<Doubt> doubts) {
        this.bytes = bytes;
        this.startLine = startLine;
        this.startLineRange = startLineRange;
        this.headers = headers;
        this.body = body;
        this.doubts = doubts;
    }

    /**
     * Reads the message that is in these bytes; it ends where {@link MessageFramer#endInDatagram} says. Never throws for what
     * the bytes are.
     */
    public static SipMessage parse(MemorySegment bytes) {
        Doubts doubts = new Doubts();
        long size = bytes.byteSize();
        long start = start(bytes, size, doubts);
        long layout = Layout.of(bytes, start, size);
        long headersEnd = layout == Layout.UNFINISHED ? size : start + Layout.headers(layout);
        long end = MessageFramer.endInDatagram(bytes, start, size);

        long line = Ascii.find(bytes, start, headersEnd, '\n');
        long lineEnd = line < 0 ? headersEnd : line;
        boolean bare = line >= 0 && (line == start || Ascii.at(bytes, line - 1) != '\r');
        if (bare) {
            doubts.add(Fault.BARE_LINE_FEED, line, line + 1, "CRLF");
        }
        if (lineEnd > start && Ascii.at(bytes, lineEnd - 1) == '\r') {
            lineEnd--;
        }
        StartLine startLine = StartLines.read(new Scan(HeaderSection.octets(bytes, start, lineEnd), start, doubts));
        HeaderSection section = new HeaderSection(bytes, line < 0 ? headersEnd : line + 1, headersEnd, doubts);
        List<Header> headers = List.copyOf(section.headers());
        new HeaderChecks(bytes, doubts).check(startLine, headers, section.end());
        length(bytes, layout, headers, headersEnd, end, doubts);
        return new SipMessage(
                bytes, startLine, new ByteRange(start, lineEnd), headers, new ByteRange(headersEnd, end), doubts.all());
    }

    private static long start(MemorySegment bytes, long size, Doubts doubts) {
        long lines = 0;
        while (lines < size && (Ascii.at(bytes, lines) == '\r' || Ascii.at(bytes, lines) == '\n')) {
            lines++;
        }
        long start = MessageFramer.findStart(bytes, lines, size);
        if (start > lines) {
            doubts.add(Fault.LEADING_BYTES, 0, start, "SIP-message");
        }
        return start < 0 ? lines : start;
    }

    private static void length(
            MemorySegment bytes, long layout, List<Header> headers, long headersEnd, long end, Doubts doubts) {
        long size = bytes.byteSize();
        if (layout != Layout.UNFINISHED
                && Layout.body(layout) != Layout.UNKNOWN
                && headersEnd + Layout.body(layout) > end) {
            headers.stream()
                    .filter(header -> header.is("Content-Length"))
                    .findFirst()
                    .map(Header::valueRange)
                    .ifPresent(range -> doubts.add(Fault.CUT_BODY, range.from(), range.to(), "Content-Length"));
        }
        long rest = end;
        while (rest < size && Ascii.space(Ascii.at(bytes, rest))) {
            rest++;
        }
        if (rest < size) {
            doubts.add(Fault.TRAILING_BYTES, end, size, "message-body");
        }
    }

    public StartLine startLine() {
        return startLine;
    }

    /**
     * What a response says beside its code, as it came over the wire but for white space around it (the Reason-Phrase of RFC
     * 3261, 7.2: for people, anybody may write anything there); empty if there is none, and for a request.
     */
    public String phrase() {
        return startLine instanceof StartLine.StatusLine line ? line.reason().strip() : "";
    }

    public ByteRange startLineRange() {
        return startLineRange;
    }

    /** In the order of the message. */
    public List<Header> headers() {
        return headers;
    }

    /** What follows the headers, as far as Content-Length goes; maybe empty. */
    public ByteRange body() {
        return body;
    }

    /** The bytes of the message, to which all ranges refer. */
    public MemorySegment bytes() {
        return bytes;
    }

    /** In no special order, at most a hundred. */
    public List<Doubt> doubts() {
        return doubts;
    }

    public boolean request() {
        return startLine instanceof StartLine.RequestLine;
    }

    /** The method of a request, or of the CSeq of a response; empty if it cannot be read. */
    public String method() {
        return startLine instanceof StartLine.RequestLine line
                ? line.method()
                : cseq().map(CSeq::method).orElse("");
    }

    /** The Request-URI as it stands there (RFC 3261, 7.1); empty for a response, and where the start line cannot be read. */
    public Optional<String> requestUri() {
        return startLine() instanceof StartLine.RequestLine line ? Optional.of(line.uri()) : Optional.empty();
    }

    /** 100 to 999, 0 for a request, -1 if it cannot be read. */
    public int status() {
        return switch (startLine) {
            case StartLine.RequestLine _ -> 0;
            case StartLine.StatusLine line -> line.status();
            case StartLine.Unreadable _ -> -1;
        };
    }

    /** The headers of a name, which is a full one in any case. */
    public List<Header> headers(String name) {
        return headers.stream().filter(header -> header.is(name)).toList();
    }

    public Optional<Header> header(String name) {
        return headers.stream().filter(header -> header.is(name)).findFirst();
    }

    /** The values of all headers of a name; where the header is a list, each of its elements. */
    public List<String> values(String name) {
        List<String> values = new ArrayList<>();
        for (Header header : headers(name)) {
            if (HeaderNames.list(header.name())) {
                scan(header).elements("").forEach(element -> values.add(element.rest()));
            } else {
                values.add(header.value());
            }
        }
        return values;
    }

    /** The topmost first. */
    public List<Via> vias() {
        return elements("Via", Via::read);
    }

    public Optional<NameAddr> from() {
        return first("From", value -> NameAddr.read(value, ""));
    }

    public Optional<NameAddr> to() {
        return first("To", value -> NameAddr.read(value, ""));
    }

    /** Of Contact, Route, Record-Route, P-Asserted-Identity, Refer-To and other headers that hold addresses. */
    public List<NameAddr> addresses(String name) {
        return elements(name, value -> NameAddr.read(value, ""));
    }

    /** Empty if missing. */
    public String callId() {
        return header("Call-ID").map(Header::value).orElse("");
    }

    public Optional<CSeq> cseq() {
        return first("CSeq", CSeq::read);
    }

    public List<Reason> reasons() {
        return elements("Reason", Reason::read);
    }

    public List<Warning> warnings() {
        return elements("Warning", Warning::read);
    }

    public Optional<RetryAfter> retryAfter() {
        return first("Retry-After", RetryAfter::read);
    }

    /** Seconds. */
    public OptionalLong expires() {
        return header("Expires").map(this::number).orElseGet(OptionalLong::empty);
    }

    public OptionalLong maxForwards() {
        return header("Max-Forwards").map(this::number).orElseGet(OptionalLong::empty);
    }

    /** WWW-Authenticate and Proxy-Authenticate. */
    public List<Authentication> challenges() {
        return authentications("WWW-Authenticate", "Proxy-Authenticate");
    }

    /** Authorization and Proxy-Authorization. */
    public List<Authentication> credentials() {
        return authentications("Authorization", "Proxy-Authorization");
    }

    public Optional<MediaType> contentType() {
        return first("Content-Type", MediaType::read);
    }

    /** The parts of a multipart body, those of parts within parts too, or the whole body as one part. */
    public List<BodyPart> parts() {
        return Multipart.parts(bytes, new BodyPart(contentType(), headers, body));
    }

    /** The session description in the body, wherever it is in it. */
    public Optional<Sdp> sdp() {
        return parts().stream()
                .filter(part -> part.type().isPresent()
                        ? part.type().get().is("application", "sdp")
                        : Ascii.stands(bytes, part.range().from(), part.range().to(), "v=0"))
                .findFirst()
                .map(part -> Sdp.parse(bytes, part.range()));
    }

    private OptionalLong number(Header header) {
        long number = Numbers.whole(scan(header), Numbers.MOST, "");
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private List<Authentication> authentications(String one, String other) {
        return headers.stream()
                .filter(header -> header.is(one) || header.is(other))
                .map(header -> Authentication.read(scan(header), ""))
                .toList();
    }

    private <T> Optional<T> first(String name, Function<Scan, T> reading) {
        return header(name).map(this::scan).map(reading);
    }

    private <T> List<T> elements(String name, Function<Scan, T> reading) {
        List<T> elements = new ArrayList<>();
        for (Header header : headers(name)) {
            List<Scan> scans = HeaderNames.list(header.name()) ? scan(header).elements("") : List.of(scan(header));
            scans.forEach(scan -> elements.add(reading.apply(scan)));
        }
        return elements;
    }

    private Scan scan(Header header) {
        return HeaderChecks.scan(bytes, header, new Doubts());
    }
}
