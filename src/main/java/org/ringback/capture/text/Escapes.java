package org.ringback.capture.text;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;

/**
 * Messages in a single line of a log, with their ends of line escaped: {@code #015#012} as rsyslog does it, or
 * {@code \r\n} as scripts do.
 */
final class Escapes {

    private Escapes() {}

    /** The line as it was before it was escaped; at most as long as it stands. */
    static MemorySegment undone(Lines lines) {
        boolean octal = lines.text().contains("#012");
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) lines.length());
        for (long at = lines.contentBegin(); at < lines.contentEnd(); at++) {
            int value = lines.byteAt(at);
            if (octal && value == '#' && control(lines, at) >= 0) {
                out.write(control(lines, at));
                at += 3;
            } else if (!octal && value == '\\' && at + 1 < lines.contentEnd() && letter(lines.byteAt(at + 1)) >= 0) {
                out.write(letter(lines.byteAt(at + 1)));
                at++;
            } else {
                out.write(value);
            }
        }
        return MemorySegment.ofArray(out.toByteArray());
    }

    /** The control character that three octal digits name, or -1: other characters are never escaped. */
    private static int control(Lines lines, long at) {
        int value = 0;
        for (int i = 1; i <= 3; i++) {
            int digit = at + i < lines.contentEnd() ? lines.byteAt(at + i) - '0' : -1;
            if (digit < 0 || digit > 7) {
                return -1;
            }
            value = value * 8 + digit;
        }
        return value < ' ' ? value : -1;
    }

    private static int letter(int escaped) {
        return switch (escaped) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"' -> '"';
            case '\\' -> '\\';
            default -> -1;
        };
    }
}
