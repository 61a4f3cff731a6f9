package org.ringback.capture.text;

import java.util.regex.Matcher;

/** BroadWorks' XSLog: {@code udp 1156 Bytes OUT to 10.0.0.1:5060}, the time on the line before. */
final class BroadworksLog extends PeerLine {

    BroadworksLog() {
        super(
                "^\\s*(?<transport>\\w{2,4}) (?<length>\\d{1,9}) Bytes (?:(?<in>IN from)|OUT to) (?<peer>\\S+)\\s*$",
                " Bytes ");
    }

    @Override
    long time(Matcher found, String line, String previous, LogClock clock) {
        return clock.startOf(previous);
    }
}
