package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code tcpdump -v -A} prints each message twice under one head: as it reads it, which ends at the first character that is
 * none of ASCII, and as characters of the packet. The print that says more is the message.
 */
final class PrintedTwice {

    private static final Pattern ENDS = Pattern.compile("\\.?\\r?\\n");

    /** As characters of a packet, each byte that is none of ASCII is a dot. */
    private static final Pattern OTHERS = Pattern.compile("[\u0080-\u00ff\t]");

    private String last = "";
    private Print held;

    /**
     * One print of a message.
     *
     * @param announced whether the log says that a message follows
     * @param cut whether its end is not there
     * @param missing as {@link MessageCollector#missing()}
     */
    record Print(
            MemorySegment bytes,
            Frame frame,
            long line,
            boolean announced,
            boolean cut,
            boolean tooLarge,
            String missing) {

        static Print of(MessageCollector message, MemorySegment bytes) {
            return new Print(
                    bytes,
                    message.frame(),
                    message.line(),
                    message.announced(),
                    message.tooLarge() || message.unfinished(),
                    message.tooLarge(),
                    message.missing());
        }

        /** A message does not keep the piece of an unwrapped text that it stands in. */
        static MemorySegment copy(MemorySegment message) {
            return MemorySegment.ofArray(message.toArray(ValueLayout.JAVA_BYTE));
        }

        Print of(Frame other) {
            return new Print(bytes, other, line, announced, cut, tooLarge, missing);
        }
    }

    /** The messages that are known to be whole with this print, in their order. */
    List<Print> next(Print print) {
        if (!print.frame().dotted() && last.isEmpty() && held == null) {
            return List.of(print);
        }
        String text = text(print);
        boolean second = !print.announced() && !last.isEmpty() && (text.startsWith(last) || last.startsWith(text));
        List<Print> known = new ArrayList<>();
        if (held != null && second) {
            known.add(print.of(held.frame()));
        } else if (held != null) {
            known.add(held);
        }
        boolean hold = !second && print.frame().dotted() && print.announced() && print.cut();
        if (!second && !hold) {
            known.add(print);
        }
        held = hold ? print : null;
        last = print.frame().dotted() && !second ? text : "";
        return known;
    }

    /** What was held back because another print of it might follow. */
    Optional<Print> rest() {
        return Optional.ofNullable(held);
    }

    private static String text(Print print) {
        String text = new String(print.bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
        return OTHERS.matcher(ENDS.matcher(text).replaceAll("\n").strip()).replaceAll(".");
    }
}
