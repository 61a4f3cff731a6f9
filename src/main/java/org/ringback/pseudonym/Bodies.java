package org.ringback.pseudonym;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.pseudonym.Preview.Where;

/** Bodies of messages and their parts, by type; what cannot be read is taken out, as many bytes remain. */
final class Bodies {

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary\\s*=\\s*(?:\"(?<quoted>[^\"]+)\"|(?<bare>[^;\\s\"]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER =
            Pattern.compile("(?m)^(?<name>[\\w-]+)(?<colon>\\s*:[ \\t]*)(?<value>[^\\r\\n]*)");
    private static final Pattern SIGNAL = Pattern.compile("(?i)(signal\\s*[=:]\\s*)[^\\r\\n]*");
    private static final int DEEPEST = 4;

    private final Pseudonyms pseudonyms;
    private final Headers headers;
    private final SdpRewriter sdp;
    private final Xml xml;
    private final Remains remains;
    private final UnaryOperator<String> messages;

    /** Needs what rewrites a whole message, for messages within messages. */
    Bodies(
            Pseudonyms pseudonyms,
            Uris uris,
            FreeText texts,
            Headers headers,
            Remains remains,
            UnaryOperator<String> messages) {
        this.pseudonyms = pseudonyms;
        this.headers = headers;
        this.sdp = new SdpRewriter(pseudonyms, uris, texts);
        this.xml = new Xml(pseudonyms, uris, texts);
        this.remains = remains;
        this.messages = messages;
    }

    /**
     * Rewrites a body.
     *
     * @param type the value of its Content-Type, or an empty string
     * @param encoded whether a Content-Encoding hides what it is
     */
    String of(String type, boolean encoded, String body) {
        return of(type, encoded, body, 0);
    }

    private String of(String contentType, boolean encoded, String body, int depth) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (body.isEmpty()) {
            return body;
        }
        if (encoded) {
            return pseudonyms.text(body);
        }
        if (type.equals("application/sdp") || (type.isEmpty() && body.startsWith("v=0"))) {
            return sdp.of(body);
        }
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (type.startsWith("multipart/") && boundary.find() && depth < DEEPEST) {
            String delimiter = boundary.group("quoted") == null ? boundary.group("bare") : boundary.group("quoted");
            return multipart("--" + delimiter, body, depth);
        }
        if (type.equals("message/sipfrag") || type.equals("message/sip")) {
            return messages.apply(body);
        }
        if (type.endsWith("+xml") || type.endsWith("/xml")) {
            remains.add(Where.BODY, type, "");
            return xml.of(body);
        }
        return switch (type) {
            case "application/simple-message-summary" -> summary(body);
            case "application/dtmf-relay" -> SIGNAL.matcher(body).replaceAll("$10");
            case "application/dtmf" -> body.replaceAll("[0-9A-Da-d*#]", "0");
            case "application/media_control" -> body;
            default -> pseudonyms.text(body);
        };
    }

    private String summary(String body) {
        return HEADER.matcher(body).replaceAll(header -> {
            boolean account = header.group("name").equalsIgnoreCase("Message-Account");
            String value = account ? headers.of("Message-Account", header.group("value")) : header.group("value");
            return Matcher.quoteReplacement(header.group("name") + header.group("colon") + value);
        });
    }

    /** The parts between the delimiters, which stay. */
    private String multipart(String delimiter, String body, int depth) {
        var out = new StringBuilder();
        int at = 0;
        boolean inPart = false;
        while (at < body.length()) {
            int next = body.startsWith(delimiter, at) ? at : body.indexOf("\n" + delimiter, at) + 1;
            int end = next == 0 && !body.startsWith(delimiter, at) ? body.length() : next;
            String between = body.substring(at, end);
            String ending = inPart && end < body.length() ? lineEnd(between) : "";
            String content = between.substring(0, between.length() - ending.length());
            out.append(inPart ? part(content, depth) : pseudonyms.text(content)).append(ending);
            int line = body.indexOf('\n', end);
            at = line < 0 ? body.length() : line + 1;
            out.append(body, end, at);
            inPart = !body.startsWith(delimiter + "--", end);
        }
        return out.toString();
    }

    private static String lineEnd(String text) {
        return text.endsWith("\r\n") ? "\r\n" : text.endsWith("\n") ? "\n" : "";
    }

    private String part(String part, int depth) {
        Matcher empty = Pattern.compile("(?:^|\\r?\\n)\\r?\\n").matcher(part);
        int end = empty.find() ? empty.end() : part.length();
        var type = new StringBuilder();
        var encoding = new StringBuilder();
        var rewritten = new StringBuilder();
        Matcher header = HEADER.matcher(part.substring(0, end));
        while (header.find()) {
            String name = header.group("name").toLowerCase(Locale.ROOT);
            if (name.equals("content-type") || name.equals("c")) {
                type.append(header.group("value"));
            }
            if (name.equals("content-transfer-encoding")
                    && header.group("value").strip().matches("(?i)base64|quoted.*")) {
                encoding.append(header.group("value"));
            }
            String value =
                    name.equals("c") ? header.group("value") : headers.of(header.group("name"), header.group("value"));
            header.appendReplacement(
                    rewritten, Matcher.quoteReplacement(header.group("name") + header.group("colon") + value));
        }
        header.appendTail(rewritten);
        return rewritten + of(type.toString(), !encoding.isEmpty(), part.substring(end), depth + 1);
    }

    /** The bytes of a message as they are looked at here. */
    static String octets(MemorySegment bytes, long from, long to) {
        return Octets.of(bytes.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE));
    }
}
