package org.ringback.pseudonym;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.pseudonym.Preview.Where;
import org.ringback.sip.ByteRange;
import org.ringback.sip.Header;
import org.ringback.sip.SipMessage;
import org.ringback.sip.StartLine;

/**
 * One message: its bytes stay as they are, mistakes of grammar included, but for the values in them. A Content-Length that
 * was right is right again; one that was wrong is wrong by as much.
 */
final class MessageRewriter {

    private static final Pattern REQUEST =
            Pattern.compile("(?<method>\\s*\\S+\\s+)(?<uri>.*?)(?<version>\\s+[A-Za-z]+/\\S*\\s*)?", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("(?<code>\\S+\\s+\\d+\\s?)(?<phrase>.*)", Pattern.DOTALL);
    private static final Pattern NAME_ONLY = Pattern.compile("\\r*\\n?[^\\r\\n:]*:\\s*", Pattern.DOTALL);

    private final Pseudonyms pseudonyms;
    private final Remains remains;
    private final Uris uris;
    private final FreeText texts;
    private final Headers headers;
    private final Bodies bodies;

    MessageRewriter(Pseudonyms pseudonyms, Remains remains) {
        this.pseudonyms = pseudonyms;
        this.remains = remains;
        uris = new Uris(pseudonyms);
        texts = new FreeText(pseudonyms, uris);
        headers = new Headers(pseudonyms, uris, texts, remains);
        bodies = new Bodies(pseudonyms, uris, texts, headers, remains, this::fragment);
    }

    byte[] rewrite(MemorySegment bytes) {
        return Octets.bytes(rewritten(bytes));
    }

    private String fragment(String octets) {
        return rewritten(MemorySegment.ofArray(Octets.bytes(octets)));
    }

    private String rewritten(MemorySegment bytes) {
        var message = SipMessage.parse(bytes);
        ByteRange start = message.startLineRange();
        String body = Bodies.octets(bytes, message.body().from(), message.body().to());
        String newBody = bodies.of(
                message.header("Content-Type").map(Header::value).orElse(""),
                message.header("Content-Encoding")
                        .map(Header::value)
                        .filter(MessageRewriter::hides)
                        .isPresent(),
                body);
        int longer = newBody.length() - body.length();

        var out = new StringBuilder();
        out.append(junk(Bodies.octets(bytes, 0, start.from())));
        out.append(startLine(message.startLine(), Bodies.octets(bytes, start.from(), start.to())));
        long at = start.to();
        for (Header header : message.headers()) {
            out.append(between(Bodies.octets(bytes, at, header.valueRange().from())));
            String value = Bodies.octets(
                    bytes, header.valueRange().from(), header.valueRange().to());
            out.append(header.is("Content-Length") ? length(value, longer) : headers.of(header.name(), value));
            at = header.valueRange().to();
        }
        out.append(between(Bodies.octets(bytes, at, message.body().from())));
        out.append(newBody);
        return out.append(junk(Bodies.octets(bytes, message.body().to(), bytes.byteSize())))
                .toString();
    }

    private static boolean hides(String encoding) {
        return !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    private String startLine(StartLine line, String octets) {
        return switch (line) {
            case StartLine.RequestLine _ -> {
                Matcher request = REQUEST.matcher(octets);
                yield request.matches()
                        ? request.group("method")
                                + requestUri(request.group("uri"))
                                + Optional.ofNullable(request.group("version")).orElse("")
                        : texts.of(octets);
            }
            case StartLine.StatusLine _ -> {
                Matcher status = STATUS.matcher(octets);
                yield status.matches()
                        ? status.group("code") + phrase(status.group("code"), status.group("phrase"))
                        : octets;
            }
            case StartLine.Unreadable _ -> texts.of(octets);
        };
    }

    private String requestUri(String uri) {
        String bare = uri.strip();
        boolean brackets = bare.startsWith("<") && bare.endsWith(">");
        String inner = brackets ? bare.substring(1, bare.length() - 1).strip() : bare;
        return inner.isEmpty() ? uri : uri.replace(inner, uris.of(inner));
    }

    private String phrase(String code, String phrase) {
        String rewritten = texts.of(phrase);
        if (!rewritten.isBlank()) {
            remains.add(Where.PHRASE, code.strip(), Octets.text(rewritten));
        }
        return rewritten;
    }

    /** Line ends and the name of a header; what else stands there is no header and may be anything. */
    private String between(String octets) {
        return octets.isBlank() || NAME_ONLY.matcher(octets).matches() ? octets : texts.of(octets);
    }

    private String junk(String octets) {
        return pseudonyms.text(octets);
    }

    private static String length(String value, int longer) {
        return longer != 0 && value.matches("\\d{1,7}") && Integer.parseInt(value) + longer >= 0
                ? Integer.toString(Integer.parseInt(value) + longer)
                : value;
    }
}
