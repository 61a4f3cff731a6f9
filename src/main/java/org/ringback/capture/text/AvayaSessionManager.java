package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Endpoint;

/** traceSM of Avaya's Session Manager: a line with the time, then {@code egress: { L<own>/R<other>/UDP/ }}. */
final class AvayaSessionManager implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("\\b(egress|ingress): \\{ ?L(\\S{3,80}?)/R(\\S{3,80}?)/(UDP|TCP|TLS|WSS?)/");

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (line.indexOf('{') < 0 || !line.contains("gress: {")) {
            return null;
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
