package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * The text that sip-viewer reads: {@code [time] IN a:p --> b:p}. The direction is that of the host that logged; from and
 * to are the message's own. HOMER's text export has the same arrow.
 */
final class SipViewerText implements LogShape {

    private static final Pattern LINE = Pattern.compile("(?:^|\\s)([^\\s\\]]+) -{2,3}> (\\S+)\\s*$");

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains("--> ") || line.contains("<--")) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        Stamp stamp = matcher.find() ? Stamp.in(line, 0, matcher.start(1)) : null;
        if (stamp == null) {
            return null;
        }
        Endpoint source = Addresses.endpoint(matcher.group(1));
        Endpoint destination = Addresses.endpoint(matcher.group(2));
        return source.port() == 0 && destination.port() == 0
                ? null
                : Frame.between(clock.micros(stamp), source, destination, Transport.UNKNOWN);
    }
}
