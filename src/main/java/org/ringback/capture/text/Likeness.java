package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ringback.capture.wrap.HeaderLine;

/** What only looks like a message: templates in programs and scenarios, and sentences that name headers. */
final class Likeness {

    private static final Pattern PLACEHOLDER = Pattern.compile("%[sdux](?![0-9A-Fa-f])|\\$\\{|\\{\\{|#\\{|<%"
            + "|(?<=[@:=<; ])\\{[A-Za-z_][\\w.]{0,60}\\}"
            + "|\\[(?:service|remote_ip|remote_port|local_ip|local_port|transport|branch|call_id|media_ip|cseq|field\\d{1,2})\\]"
            + "|\"\\s?\\+ ");
    private static final Set<String> ESSENTIAL = Set.of("via", "v", "from", "f", "to", "t", "call-id", "i", "cseq");
    private static final int LOOKED_AT = 2048;
    private static final int ENOUGH = 2;

    private Likeness() {}

    /** Whether there are places to be filled in. */
    static boolean isTemplate(MemorySegment message) {
        return PLACEHOLDER.matcher(head(message)).find();
    }

    /** Whether it has fewer headers than the shortest message that somebody could have sent. */
    static boolean isSentence(MemorySegment message) {
        Set<String> names = new HashSet<>();
        for (String line : head(message).lines().toList()) {
            if (HeaderLine.isAt(line, 0)) {
                names.add(line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT));
            }
        }
        names.retainAll(ESSENTIAL);
        return names.size() < ENOUGH;
    }

    /** The headers, without the body. */
    private static String head(MemorySegment message) {
        long length = Math.min(LOOKED_AT, message.byteSize());
        String text = new String(message.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
        int body = text.replace("\r", "").indexOf("\n\n");
        return body < 0 ? text : text.replace("\r", "").substring(0, body);
    }
}
