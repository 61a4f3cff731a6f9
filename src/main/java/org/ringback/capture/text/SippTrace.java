package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** {@code sipp -trace_msg}: a line of dashes with the time, then what was sent or received; no addresses. */
final class SippTrace implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("^\\s*(\\w{2,4}) message (?:sent|received) [(\\[](\\d{1,9})(?:\\]| bytes)");

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains(" message ")) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        Stamp stamp = Stamp.in(previous, 0, previous.length());
        return Frame.with(
                        previous.startsWith("---") ? clock.micros(stamp) : Captured.NO_TIME,
                        line.contains(" message received "),
                        Endpoint.UNKNOWN,
                        matcher.group(1).startsWith("UDP") ? Transport.UDP : Addresses.transport(matcher.group(1)))
                .ofBytes(Long.parseLong(matcher.group(2)));
    }
}
