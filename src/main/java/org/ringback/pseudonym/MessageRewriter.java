package org.ringback.pseudonym;

import java.lang.foreign.MemorySegment;
import org.ringback.sip.ByteRange;
import org.ringback.sip.Header;
import org.ringback.sip.SipMessage;

/**
 * One message: its bytes stay as they are, mistakes of grammar included, but for the values in them. A Content-Length that
 * was right is right again; one that was wrong is wrong by as much.
 */
final class MessageRewriter {

    private final Pseudonyms pseudonyms;
    private final FreeText texts;
    private final Headers headers;
    private final Bodies bodies;
    private final StartLineRewriter startLines;

    MessageRewriter(Pseudonyms pseudonyms, Dates dates, Remains remains) {
        this.pseudonyms = pseudonyms;
        var uris = new Uris(pseudonyms);
        texts = new FreeText(pseudonyms, uris);
        headers = new Headers(pseudonyms, uris, texts, dates, remains);
        bodies = new Bodies(pseudonyms, uris, texts, headers, remains, this::fragment);
        startLines = new StartLineRewriter(pseudonyms, uris, texts, remains);
    }

    /**
     * Gives the bytes of the same message.
     *
     * @param outside whether it comes from the Internet into a private network
     */
    byte[] rewrite(MemorySegment bytes, boolean outside) {
        return Octets.bytes(rewritten(bytes, outside, 0));
    }

    private String fragment(String octets, int depth) {
        return rewritten(MemorySegment.ofArray(Octets.bytes(octets)), /* outside= */ true, depth);
    }

    private String rewritten(MemorySegment bytes, boolean outside, int depth) {
        var message = SipMessage.parse(bytes);
        var places = new NumberPlaces(message, outside);
        ByteRange start = message.startLineRange();
        String body = Bodies.octets(bytes, message.body().from(), message.body().to());
        pseudonyms.at(DialedNumbers.Place.OWNED);
        String newBody = bodies.of(
                message.header("Content-Type").map(Header::value).orElse(""),
                message.header("Content-Encoding")
                        .map(Header::value)
                        .filter(MessageRewriter::hides)
                        .isPresent(),
                body,
                depth);
        int longer = newBody.length() - body.length();

        var out = new StringBuilder();
        out.append(pseudonyms.text(Bodies.octets(bytes, 0, start.from())));
        pseudonyms.at(places.ofRequestUri());
        out.append(startLines.of(message.startLine(), Bodies.octets(bytes, start.from(), start.to())));
        long at = start.to();
        for (Header header : message.headers()) {
            pseudonyms.at(places.of(header));
            out.append(between(Bodies.octets(bytes, at, header.range().from())));
            out.append(name(Bodies.octets(
                    bytes, header.range().from(), header.valueRange().from())));
            String value = Bodies.octets(
                    bytes, header.valueRange().from(), header.valueRange().to());
            out.append(header.is("Content-Length") ? length(value, longer) : headers.of(header.name(), value));
            at = header.valueRange().to();
        }
        pseudonyms.at(DialedNumbers.Place.OWNED);
        out.append(between(Bodies.octets(bytes, at, message.body().from())));
        out.append(newBody);
        return out.append(pseudonyms.text(Bodies.octets(bytes, message.body().to(), bytes.byteSize())))
                .toString();
    }

    private static boolean hides(String encoding) {
        return !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    /** Line ends; what else stands between headers is none and may be anything. */
    private String between(String octets) {
        return Cuts.each(octets, "\r\n", pseudonyms::text);
    }

    /** The name with the colon behind it. */
    private String name(String octets) {
        int colon = octets.indexOf(':');
        String name = colon < 0 ? octets : octets.substring(0, colon);
        String behind = octets.substring(name.length());
        return headers.name(name) + (behind.length() < 2 ? behind : ":" + between(behind.substring(1)));
    }

    private String length(String value, int longer) {
        if (!Tokens.small(value, 7) || value.indexOf('.') >= 0) {
            return headers.of("Content-Length", value);
        }
        int length = Integer.parseInt(value) + longer;
        return longer != 0 && length >= 0 ? Integer.toString(length) : value;
    }
}
