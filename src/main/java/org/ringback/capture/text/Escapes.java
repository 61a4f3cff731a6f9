package org.ringback.capture.text;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

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
            } else if (!octal && value == '\\' && control(lines, at) >= 0) {
                out.write(control(lines, at));
                at += 3;
            } else if (!octal && value == '\\' && digits(lines, at) > 0) {
                int count = digits(lines, at);
                character(number(lines, at + 2, count), count == 4, out);
                at += 1 + count;
            } else if (!octal && value == '\\' && at + 1 < lines.contentEnd() && letter(lines.byteAt(at + 1)) >= 0) {
                out.write(letter(lines.byteAt(at + 1)));
                at++;
            } else {
                out.write(value);
            }
        }
        return MemorySegment.ofArray(out.toByteArray());
    }

    /** How many hexadecimal digits name a character here: four of UTF-16, or two of a byte; 0 if none do. */
    private static int digits(Lines lines, long at) {
        int letter = at + 1 < lines.contentEnd() ? lines.byteAt(at + 1) : 0;
        int count = letter == 'u' ? 4 : letter == 'x' ? 2 : 0;
        return count > 0 && number(lines, at + 2, count) >= 0 ? count : 0;
    }

    private static int number(Lines lines, long from, int count) {
        int number = 0;
        for (long at = from; at < from + count; at++) {
            int digit = at < lines.contentEnd() ? Character.digit(lines.byteAt(at), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }

    private static void character(int number, boolean wide, ByteArrayOutputStream out) {
        if (wide) {
            out.writeBytes(String.valueOf((char) number).getBytes(StandardCharsets.UTF_8));
        } else {
            out.write(number);
        }
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
            case '\'' -> '\'';
            case '\\' -> '\\';
            default -> -1;
        };
    }
}
