package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** traceSM of Avaya's Session Manager: a line with the time, then {@code egress: { L<own>/R<other>/UDP/ }}. */
final class AvayaSessionManager implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("\\b(egress|ingress): \\{ ?L(\\S{3,80}?)/R(\\S{3,80}?)/(UDP|TCP|TLS|WSS?)/");

    /** The line with the time may stand some lines above that with the addresses. */
    private static final Pattern TIME =
            Pattern.compile("^\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{3} (?:-->|<--)\\s*$");

    @Override
    public List<String> words() {
        return List.of("gress: {", "-->", "<--");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (TIME.matcher(line).find()) {
            return Frame.between(clock.startOf(line), Endpoint.UNKNOWN, Endpoint.UNKNOWN, Transport.UNKNOWN);
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        Endpoint own = Addresses.endpoint(matcher.group(2));
        Endpoint peer = Addresses.endpoint(matcher.group(3));
        boolean sent = matcher.group(1).equals("egress");
        return Frame.between(
                clock.startOf(line, previous),
                sent ? own : peer,
                sent ? peer : own,
                Addresses.transport(matcher.group(4)));
    }
}
