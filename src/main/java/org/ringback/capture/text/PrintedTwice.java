package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** {@code tcpdump -v -A} prints each message twice under one head: as it reads it, and as characters of the packet. */
final class PrintedTwice {

    private static final Pattern ENDS = Pattern.compile("\\.?\\r?\\n");

    private static final Pattern OTHERS = Pattern.compile("[\u0080-\u00ff\t]");

    private String last = "";

    /** Whether a message is the second print of the one before it. */
    boolean is(MemorySegment message, MessageCollector collector) {
        if (!collector.frame().dotted() && last.isEmpty()) {
            return false;
        }
        String text = new String(message.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
        // As characters of a packet, each byte that is none of ASCII is a dot.
        String lines = OTHERS.matcher(ENDS.matcher(text).replaceAll("\n").strip()).replaceAll(".");
        boolean same = !collector.announced() && !last.isEmpty() && (lines.startsWith(last) || last.startsWith(lines));
        last = collector.frame().dotted() && !same ? lines : "";
        return same;
    }
}
