package org.ringback.pseudonym;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.ringback.pseudonym.Preview.Where;

/** Bodies of messages and their parts, by type; what cannot be read is taken out, as many bytes remain. */
final class Bodies {

    /** Bodies within bodies that are looked into. */
    private static final int DEEPEST = 4;

    private static final Set<String> KEYS = Set.of("signal", "duration");

    private final Pseudonyms pseudonyms;
    private final HeaderBlock block;
    private final Multiparts multiparts;
    private final SdpRewriter sdp;
    private final Xml xml;
    private final Remains remains;
    private final BiFunction<String, Integer, String> messages;

    /** Needs what rewrites a whole message, for messages within messages, and how deep within others it is. */
    Bodies(
            Pseudonyms pseudonyms,
            Uris uris,
            FreeText texts,
            Headers headers,
            Remains remains,
            BiFunction<String, Integer, String> messages) {
        this.pseudonyms = pseudonyms;
        this.block = new HeaderBlock(headers, pseudonyms);
        this.multiparts = new Multiparts(pseudonyms, block, this::of);
        this.sdp = new SdpRewriter(pseudonyms, uris, texts);
        this.xml = new Xml(pseudonyms, uris, texts);
        this.remains = remains;
        this.messages = messages;
    }

    /**
     * Rewrites a body.
     *
     * @param contentType the value of its Content-Type, or an empty string
     * @param encoded whether an encoding hides what it is
     * @param depth how many others it stands in
     */
    String of(String contentType, boolean encoded, String body, int depth) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        if (body.isEmpty()) {
            return body;
        }
        if (encoded || depth > DEEPEST) {
            return pseudonyms.text(body);
        }
        if (type.equals("application/sdp") || (type.isEmpty() && body.startsWith("v=0"))) {
            return sdp.of(body);
        }
        if (type.startsWith("multipart/")) {
            return multiparts.of(contentType, body, depth);
        }
        if (type.equals("message/sipfrag") || type.equals("message/sip")) {
            return messages.apply(body, depth + 1);
        }
        if (type.endsWith("+xml") || type.endsWith("/xml") || type.equals("application/media_control")) {
            remains.add(Where.BODY, type, "");
            return xml.of(body);
        }
        return switch (type) {
            case "application/simple-message-summary" -> block.of(body);
            case "application/dtmf-relay" -> keys(body);
            case "application/dtmf" ->
                Runs.rewrite(body, letters -> "0".repeat(letters.length()), Bodies::zeros)
                        .replace('*', '0')
                        .replace('#', '0');
            default -> pseudonyms.text(body);
        };
    }

    /** Which key was pressed is not told, but for how long. */
    private String keys(String body) {
        return Cuts.each(body, "\r\n", line -> {
            int mark = line.indexOf('=') < 0 ? line.indexOf(':') : line.indexOf('=');
            String name = mark < 0 ? "" : line.substring(0, mark).strip().toLowerCase(Locale.ROOT);
            if (!KEYS.contains(name)) {
                return pseudonyms.text(line);
            }
            String value = line.substring(mark + 1);
            boolean duration = name.equals("duration") && Tokens.small(value.strip(), 6);
            String key = value.strip();
            return line.substring(0, mark + 1) + (duration || key.isEmpty() ? value : value.replace(key, "0"));
        });
    }

    private static String zeros(String digits) {
        return "0".repeat(digits.length());
    }

    /** The bytes of a message as they are looked at here. */
    static String octets(MemorySegment bytes, long from, long to) {
        return Octets.of(bytes.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE));
    }
}
