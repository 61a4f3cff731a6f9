package org.ringback.capture.text;

import java.util.regex.Matcher;

/** The log of pjsua and of other programs on PJSIP. It has times of day only and does not name its own address. */
final class PjsuaLog extends PeerLine {

    PjsuaLog() {
        super(
                "(?:(?<in>RX)|TX) (?<length>\\d{1,9}) bytes (?:Request|Response) msg \\S+ \\(\\S+\\) (?:from|to)"
                        + " (?<transport>\\w{2,4}) (?<peer>\\S+):\\s*$",
                " msg ");
    }

    @Override
    long time(Matcher found, String line, String previous, LogClock clock) {
        return clock.startOf(line);
    }
}
