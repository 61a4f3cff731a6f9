package org.ringback.capture.text;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ringback.capture.wrap.HeaderLine;
import org.ringback.capture.wrap.LoggedStartLine;

/** The headers of a message up to their empty line, and what they say about its body. */
final class HeadCollector {

    /** What a line is, seen from the headers. */
    enum Place {
        /** A header, or it was left out. */
        HEADERS,
        /** The empty line after them. */
        EMPTY_LINE,
        /** The first line of the body: the empty line before it is missing. */
        BODY,
        /** What comes after the message. */
        BEHIND
    }

    private static final Pattern BLANK = Pattern.compile("\\s");

    private final MessageBytes message;
    private final LineStyle style;
    private final ForeignLines foreign;
    private final Predicate<String> announces;

    private long wireLength;
    private long contentLength = -1;
    private String contentType = "";

    /**
     * @param wireLength bytes of the start line
     * @param announces whether a line of the log announces another message
     */
    HeadCollector(
            MessageBytes message, LineStyle style, long wireLength, ForeignLines foreign, Predicate<String> announces) {
        this.message = message;
        this.style = style;
        this.wireLength = wireLength;
        this.foreign = foreign;
        this.announces = announces;
    }

    Place take(LoggedLine line) {
        String content = line.content();
        if (content.isBlank()) {
            empty(line);
            return Place.EMPTY_LINE;
        }
        // debug ccsip messages of Cisco, copied out of a web page without its empty lines.
        if (content.equals("v=0") && contentLength != 0) {
            message.add(style.endOfLine());
            wireLength += 2;
            return Place.BODY;
        }
        if (HeaderLine.isAt(content, 0)) {
            foreign.over();
            note(content);
            add(line);
            return Place.HEADERS;
        }
        // The message was cut, or copied without its empty line: the frame around it ends, or the next one begins.
        boolean remark = contentLength == 0 && isRemark(content);
        if (remark
                || Boundaries.perhapsAfter(content)
                || announces.test(line.text())
                || LoggedStartLine.in(content) != null) {
            return Place.BEHIND;
        }
        // Another thread of Asterisk has written into the message; but the last of all headers, as Content-Length
        // mostly is,
        // may also be followed by the log because the empty line is missing.
        if (LogClock.beginsLogLine(content)) {
            foreign.remember(line.text());
            return contentLength != 0 && foreign.bear() ? Place.HEADERS : Place.BEHIND;
        }
        // A header that goes on in the next line, or is damaged.
        add(line);
        return Place.HEADERS;
    }

    /** A word in brackets begins the line: behind the last header of a message without a body that is the log again. */
    private static boolean isRemark(String content) {
        int end = content.startsWith("[") ? content.indexOf(']') : -1;
        return end > 1 && content.substring(1, end).chars().allMatch(Character::isLetter);
    }

    private void add(LoggedLine line) {
        line.addTo(message);
        wireLength += line.withCrLf();
    }

    /** Blanks in it would make it a header that goes on. */
    private void empty(LoggedLine line) {
        boolean blanks = line.content().chars().anyMatch(sign -> sign == ' ' || sign == '\t');
        if (!blanks || style.crs()) {
            add(line);
        } else {
            message.add(style.endOfLine());
            wireLength += 2;
        }
    }

    private void note(String header) {
        if (contentLength < 0 && HeaderLine.is(header, "Content-Length", "l")) {
            String value = BLANK.split(HeaderLine.value(header), 2)[0];
            boolean number =
                    !value.isEmpty() && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9');
            contentLength = number ? Long.parseLong(value) : -1;
        } else if (contentType.isEmpty() && HeaderLine.is(header, "Content-Type", "c")) {
            contentType = HeaderLine.value(header).toLowerCase(Locale.ROOT);
        }
    }

    /** No more lines; whether the message is unfinished. */
    boolean end() {
        if (contentLength != 0) {
            return true;
        }
        // The log or whoever copied it dropped the empty line.
        message.add(style.endOfLine());
        return false;
    }

    /** The headers are over: the body, as long as they or the log say. */
    BodyCollector body(Frame frame) {
        foreign.over();
        var body = new BodyCollector(message, style, contentType, foreign, announces);
        if (contentLength >= 0) {
            body.expect(contentLength);
        } else if (frame.wholeMessage() && frame.bytes() >= wireLength) {
            // pjsua, SIPp, sofia and the PJSIP logger of Asterisk say how many bytes were sent or received.
            body.expect(frame.bytes() - wireLength);
        } else if (contentType.isEmpty()) {
            body.expect(0);
        }
        return body;
    }

    /** Bytes of the start line, the headers and the empty line, as a message on the wire has them. */
    long wireLength() {
        return wireLength;
    }
}
