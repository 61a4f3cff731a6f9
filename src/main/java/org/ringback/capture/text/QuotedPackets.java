package org.ringback.capture.text;

import java.util.regex.Pattern;

/**
 * Packets that an ICMP error quotes (RFC 792), as tcpdump prints them below it: a message in one was sent before, and is none
 * of its own.
 */
final class QuotedPackets {

    private static final Pattern ERROR = Pattern.compile(
            "\\bICMP6?,? .{0,200}(?:unreachable|exceeded|redirect|parameter problem|source quench|packet too big)");

    /** The line that begins a packet has its time, and is not indented. */
    private static final Pattern PACKET = Pattern.compile("^\\d.{0,60} IP6? ");

    private boolean quoting;
    private boolean told;

    /** Takes a line outside of messages. */
    void see(String line) {
        if (line.contains("ICMP") && ERROR.matcher(line).find()) {
            quoting = true;
            told = false;
        } else if (quoting && PACKET.matcher(line).find()) {
            quoting = false;
        }
    }

    /** Whether a message that begins here is quoted. */
    boolean quoting() {
        return quoting;
    }

    /** Whether that is to be told: once for each error, however often the message is printed. */
    boolean tell() {
        boolean first = !told;
        told = true;
        return first;
    }
}
