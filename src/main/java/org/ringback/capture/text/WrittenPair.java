package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * Two addresses side by side in a line of a log, the source first unless an arrow points to the left, and the only address
 * behind an arrow: that is the other side.
 */
final class WrittenPair {

    static final String TRANSPORT = "(?:(udp|tcp|tls|sctp|wss?|UDP|TCP|TLS|SCTP|WSS?)[:/ $])?";
    static final String ADDRESS = "((?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]{2,45}\\]):\\d{1,5})(?![\\d.]|:\\d)";

    /** Those of Unicode as bytes of UTF-8; some have the transport within them. */
    private static final String RIGHT =
            "-{1,4}>|={1,2}>|>{1,3}|to(?=\\s)|\u00e2\u0086\u0092|\u00e2\u0087\u0092|\u00e2\u009e\u009c|-\\([^()]{1,24}\\)->|(?:\u00e2\u0080[\u0093\u0094]|\u00e2\u0094[\u0080\u0081]|\u00e2\u0095\u0090){1,4}(?:\\([^()]{1,24}\\)|["
                + " \\w./-]{1,32}(?:\u00e2\u0080[\u0093\u0094]|\u00e2\u0094[\u0080\u0081]|\u00e2\u0095\u0090){1,4})?(?:>|\u00e2\u0086\u0092|\u00e2\u0096\u00b6|\u00e2\u0096\u00ba)";

    private static final String LEFT =
            "<-{1,4}(?!\\()|<={1,2}|<{1,3}|\u00e2\u0086\u0090|\u00e2\u0087\u0090|<-\\([^()]{1,24}\\)-";
    private static final String BETWEEN = "[\\s|,;\"'()]{0,20}";

    private static final Pattern PAIR = Pattern.compile("(?<![\\w.])" + TRANSPORT + ADDRESS + BETWEEN + "(?:" + RIGHT
            + "|(" + LEFT + "))?" + BETWEEN + TRANSPORT + ADDRESS);

    /** Fields with the ports in fields of their own, behind their addresses or behind both: {@code tshark -T fields}. */
    private static final String IP = "(\\d{1,3}(?:\\.\\d{1,3}){3})";

    private static final String NEXT = "[\\t ,;|]{1,4}";
    private static final Pattern FIELDS = Pattern.compile(
            "(?<![\\w.])" + IP + NEXT + "(\\d{2,5})" + NEXT + IP + NEXT + "(\\d{2,5})(?![\\w.])|(?<![\\w.])" + IP + NEXT
                    + IP + NEXT + "(\\d{2,5})" + NEXT + "(\\d{2,5})(?![\\w.])");

    private static final Pattern TOWARDS =
            Pattern.compile("(?:(-{1,4}>|={1,2}>|>>|\u00e2\u0086\u0092)|<-{1,4}|<={1,2}|<<|\u00e2\u0086\u0090) {0,3}"
                    + TRANSPORT + ADDRESS);

    private WrittenPair() {}

    /** What a line says with two addresses, without its time; null if it has no pair of them. */
    static Frame in(String line) {
        Matcher pair = PAIR.matcher(line);
        if (pair.find()) {
            boolean toTheLeft = pair.group(3) != null;
            Endpoint left = Addresses.endpoint(pair.group(2));
            Endpoint right = Addresses.endpoint(pair.group(5));
            return Frame.between(
                    Captured.NO_TIME,
                    toTheLeft ? right : left,
                    toTheLeft ? left : right,
                    transport(pair.group(1), pair.group(4)));
        }
        Matcher fields = FIELDS.matcher(line);
        if (!fields.find()) {
            return null;
        }
        int first = fields.group(1) != null ? 1 : 5;
        boolean behind = first == 1;
        return Frame.between(
                Captured.NO_TIME,
                Addresses.of(fields.group(first), fields.group(behind ? 2 : 7)),
                Addresses.of(fields.group(behind ? 3 : 6), fields.group(behind ? 4 : 8)),
                Transport.UNKNOWN);
    }

    /** What a line says with an arrow before its only address; null if it does not. */
    static Frame towards(String line) {
        Matcher towards = TOWARDS.matcher(line);
        if (!towards.find()) {
            return null;
        }
        return Frame.with(
                Captured.NO_TIME,
                towards.group(1) == null,
                Addresses.endpoint(towards.group(3)),
                transport(towards.group(2), null));
    }

    static Transport transport(String source, String destination) {
        String word = source == null ? destination : source;
        return word == null ? Transport.UNKNOWN : Addresses.transport(word);
    }
}
