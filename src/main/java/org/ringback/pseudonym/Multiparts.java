package org.ringback.pseudonym;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Multipart bodies (RFC 2046, 5.1): each part by its type, and nothing of what stands around them. */
final class Multiparts {

    private static final Pattern BOUNDARY = Pattern.compile(
            ";\\s*+boundary\\s*+=\\s*+(?:\"(?<quoted>[^\"]++)\"|(?<bare>[^;\\s\"]++))", Pattern.CASE_INSENSITIVE);

    /** Rewrites a body by its type. */
    interface ByType {

        String of(String contentType, boolean encoded, String body, int depth);
    }

    private final Pseudonyms pseudonyms;
    private final HeaderBlock block;
    private final ByType bodies;

    Multiparts(Pseudonyms pseudonyms, HeaderBlock block, ByType bodies) {
        this.pseudonyms = pseudonyms;
        this.block = block;
        this.bodies = bodies;
    }

    String of(String contentType, String body, int depth) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return pseudonyms.text(body);
        }
        String name = boundary.group("quoted") == null ? boundary.group("bare") : boundary.group("quoted");
        String delimiter = "--" + name;
        String written = "--" + pseudonyms.identifier(name);
        var out = new StringBuilder();
        int at = 0;
        boolean inPart = false;
        while (at < body.length()) {
            int end = next(body, delimiter, at);
            out.append(between(body.substring(at, end), inPart, end < body.length(), depth));
            int behind = Math.min(body.length(), end + delimiter.length());
            int line = body.indexOf('\n', behind);
            int next = line < 0 ? body.length() : line + 1;
            boolean closes = body.startsWith("--", behind);
            if (end < body.length()) {
                String rest = body.substring(behind + (closes ? 2 : 0), next);
                out.append(written).append(closes ? "--" : "").append(pseudonyms.text(rest));
            }
            at = Math.max(next, end);
            inPart = !closes;
        }
        return out.toString();
    }

    private static int next(String body, String delimiter, int from) {
        if (body.startsWith(delimiter, from)) {
            return from;
        }
        int found = body.indexOf("\n" + delimiter, from);
        return found < 0 ? body.length() : found + 1;
    }

    private String between(String text, boolean inPart, boolean before, int depth) {
        String ending = before && text.endsWith("\r\n") ? "\r\n" : before && text.endsWith("\n") ? "\n" : "";
        String content = text.substring(0, text.length() - ending.length());
        return (inPart ? part(content, depth) : pseudonyms.text(content)) + ending;
    }

    private String part(String part, int depth) {
        int end = headersEnd(part);
        String headers = part.substring(0, end);
        String encoding =
                HeaderBlock.value(headers, "content-transfer-encoding").toLowerCase(Locale.ROOT);
        boolean encoded = encoding.startsWith("base64")
                || encoding.startsWith("quoted")
                || !HeaderBlock.value(headers, "content-encoding", "e").isEmpty();
        String type = HeaderBlock.value(headers, "content-type", "c");
        return block.of(headers) + bodies.of(type, encoded, part.substring(end), depth + 1);
    }

    /** Behind the empty line, or everything. */
    private static int headersEnd(String part) {
        int at = 0;
        while (at < part.length()) {
            int feed = part.indexOf('\n', at);
            if (feed < 0) {
                return part.length();
            }
            if (feed == at || (feed == at + 1 && part.charAt(at) == '\r')) {
                return feed + 1;
            }
            at = feed + 1;
        }
        return part.length();
    }
}
