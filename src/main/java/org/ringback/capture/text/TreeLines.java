package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.util.regex.Pattern;

/**
 * The lines of a tree of packets. Where a terminal or a mail program wrapped them, the rest of a line stands at the left
 * margin of the next one; only the names of protocols stand there otherwise.
 */
final class TreeLines {

    private static final Pattern TOP = Pattern.compile(
            "^(?:Frame \\d|No\\. |\\s{0,4}\\d{1,9} |[0-9a-f]{4} |\\[|(?:Ethernet|Internet|User Datagram|Transmission"
                + " Control|Stream Control|Session|Linux cooked|Null/Loopback|Raw"
                + " packet|802\\.1Q|Point-to-Point|Generic|Virtual|GPRS|Multiprotocol|Data|Transport"
                + " Layer|WebSocket|Hypertext"
                + "|Message|Domain|Real-[Tt]ime|STUN|Malformed|VSS|IEEE|Logical-Link|Extensible|Packet|HEP|Homer|eXtensible)\\b.*)");

    /** Wider texts are not wrapped. */
    private static final int WIDEST = 140;

    private static final int NARROWEST = 50;
    private static final int SURE = 2;

    /** No line of a tree is longer. */
    private static final int LONGEST = 64 * 1024;

    private final Lines lines;
    private final int width;
    private String text = "";
    private long number;
    private boolean ahead;

    TreeLines(MemorySegment bytes) {
        lines = new Lines(bytes);
        width = width(bytes);
    }

    /** The width that lines were wrapped at; 0 if they were not. */
    private static int width(MemorySegment bytes) {
        Lines head = new Lines(bytes.asSlice(0, Math.min(bytes.byteSize(), TextShape.HEAD)));
        int widest = 0;
        int atMargin = 0;
        while (head.advance()) {
            String line = head.text();
            widest = Math.max(widest, line.length());
            atMargin += isAtMargin(line) ? 1 : 0;
        }
        return atMargin >= SURE && widest <= WIDEST && widest >= NARROWEST ? widest : 0;
    }

    private static boolean isAtMargin(String line) {
        return !line.isEmpty()
                && line.charAt(0) != ' '
                && line.charAt(0) != '\t'
                && !TOP.matcher(line).lookingAt();
    }

    /** Goes to the next line; false at the end. */
    boolean advance() {
        if (!ahead && !lines.advance()) {
            return false;
        }
        ahead = false;
        text = lines.text();
        number = lines.number();
        if (width > 0) {
            join();
        }
        return true;
    }

    private void join() {
        String last = text;
        StringBuilder joined = new StringBuilder(text);
        while (!last.isBlank() && lines.advance()) {
            String next = lines.text();
            if (!goesOn(last, next) || joined.length() > LONGEST) {
                ahead = true;
                break;
            }
            boolean cut = last.length() == width || last.endsWith(" ");
            joined.append(cut ? "" : " ").append(next);
            last = next;
        }
        text = joined.toString();
    }

    private boolean goesOn(String line, String next) {
        if (next.isBlank()) {
            return false;
        }
        int word = next.indexOf(' ');
        boolean full = line.length() + 1 + (word < 0 ? next.length() : word) > width;
        boolean margin =
                isAtMargin(next) || (line.endsWith(" ") && !next.startsWith(" ") && !next.startsWith("Frame "));
        // Cut anywhere, the rest may begin with the blank between two words.
        boolean blank = line.length() == width && next.startsWith(" ") && !next.startsWith("    ");
        return full && (margin || blank);
    }

    String text() {
        return text;
    }

    /** Of its first part, counted from 1. */
    long number() {
        return number;
    }

    /** How far reading has come. */
    long next() {
        return lines.next();
    }
}
