package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * A line that ends with two addresses and an arrow between them, behind a time or only behind the marks of a quotation: what
 * sngrep saves as text, HOMER's export, the text that sip-viewer reads, headings written by hand, and what Ringback saves,
 * which adds the transport and writes {@code -} for a time and {@code ?} for an address or a transport that is not known,
 * and {@code *} for the system that wrote a log.
 */
final class Headline implements LogShape {

    private static final String TRANSPORT = "UDP|TCP|TLS|SCTP|WSS?|udp|tcp|tls|sctp|wss?";
    private static final String END = "(?:\\[[0-9A-Fa-f:.%]{2,60}\\](?::\\d{1,5})?|[0-9A-Za-z._*:-]{1,120}|\\?)";
    private static final Pattern LINE = Pattern.compile("(?:(?<=[\\s|>:,;\\]\\[\"('+-])|^)(?:(?<before>" + TRANSPORT
            + ")[:/ ])?\\(?(?<source>" + END
            + ")(?<!-)\\)? {0,4}(?:-{1,4}>|={1,2}>|\u00e2\u0086\u0092|\u00e2\u0087\u0092|\u00e2\u009e\u009c|-&gt;)"
            + " {0,4}(?:(?:"
            + TRANSPORT + ")[:/])?\\(?(?<destination>" + END
            + ")(?<!-)\\)?(?:[ (]{1,2}(?<after>" + TRANSPORT + "|\\?)\\)?)?(?:[\\s:,\"-]|\\\\r|\\^M|#015){0,200}$");
    private static final Pattern MARKS =
            Pattern.compile("^[\\s>|#*+:/.=\\[\\]-]{0,20}(?:\\d{1,9}[.:)>|-]{0,3})?[\\s>|#*+:/.=-]{0,20}$");
    private static final Pattern RINGBACK = Pattern.compile("(?:^|\\s)- $");

    /** So much may stand between the time and the first address: a direction, a zone. */
    private static final int LONGEST_BETWEEN = 32;

    @Override
    public List<String> words() {
        return List.of(">", "\u00e2");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (line.length() > 600 || !hasArrow(line)) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find() || isTransport(matcher.group("source"))) {
            return null;
        }
        Endpoint source = endpoint(matcher.group("source"));
        Endpoint destination = endpoint(matcher.group("destination"));
        String before = line.substring(0, matcher.start());
        boolean unknown = source.host().isEmpty() || destination.host().isEmpty();
        boolean ours = RINGBACK.matcher(before).find() && matcher.group("after") != null;
        Stamp stamp = ours ? null : nearest(before);
        boolean told = stamp != null
                ? before.length() - stamp.end() <= LONGEST_BETWEEN
                : source.port() > 0
                        && destination.port() > 0
                        && MARKS.matcher(before).matches();
        boolean addresses =
                source.port() > 0 || destination.port() > 0 || (isHost(source) && isHost(destination)) || unknown;
        if (!(ours || (told && addresses))) {
            return null;
        }
        long time = stamp != null ? clock.onDateOf(line, stamp) : ours ? Captured.NO_TIME : clock.startOf(previous);
        return Frame.between(time, source, destination, transport(matcher));
    }

    /** The last time before the addresses, that of the program itself; those before it are of who passed its lines on. */
    private static Stamp nearest(String before) {
        Stamp nearest = null;
        Stamp next = Stamp.in(before, 0, before.length());
        while (next != null) {
            nearest = next;
            next = Stamp.in(before, next.end(), before.length());
        }
        return nearest;
    }

    private static Endpoint endpoint(String written) {
        return written.equals(Endpoint.LOG_WRITER_MARK) ? Endpoint.LOG_WRITER : Addresses.endpoint(written);
    }

    private static Transport transport(Matcher matcher) {
        String word = matcher.group("after") != null ? matcher.group("after") : matcher.group("before");
        return word == null ? Transport.UNKNOWN : Addresses.transport(word);
    }

    /** Some write the transport within the arrow: {@code -(SIP over UDP)->}. */
    private static boolean isTransport(String word) {
        return Addresses.transport(word) != Transport.UNKNOWN;
    }

    private static boolean hasArrow(String line) {
        return line.contains("->") || line.contains("=>") || line.indexOf('\u00e2') >= 0 || line.contains("-&gt;");
    }

    private static boolean isHost(Endpoint endpoint) {
        return endpoint.host().indexOf('.') > 0 || endpoint.host().indexOf(':') >= 0;
    }
}
