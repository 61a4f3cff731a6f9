package org.ringback.capture.text;

/**
 * A line of a message as it stands in a log.
 *
 * @param lines stands on it
 * @param text all of the line
 * @param content what of it is the message's
 * @param begin where that begins in the file
 * @param end where that ends, the line's end not included
 * @param marked whether the log prints something for its CR
 */
record LoggedLine(Lines lines, String text, String content, long begin, long end, boolean marked) {

    /** Bytes of the line without its end. */
    long length() {
        return end - begin;
    }

    /** Bytes of the line with its end, as a message on the wire has it. */
    long withCrLf() {
        return length() + 2;
    }

    /** Bytes of the line with its end, as it stands here; a mark is a CR. */
    long standing() {
        return marked ? withCrLf() : lines.next() - begin;
    }

    /** Whether a line like those of SDP begins in the next line, behind the same prefix. */
    boolean sdpFollows() {
        long next = lines.next() + (begin - lines.contentBegin());
        int first = lines.byteAt(next);
        return first >= 'a' && first <= 'z' && lines.byteAt(next + 1) == '=';
    }

    /** Adds the line with its end to a message. */
    void addTo(MessageBytes message) {
        if (marked) {
            message.add(lines.bytes(), begin, end);
            message.add("\r\n");
        } else {
            message.add(lines.bytes(), begin, lines.next());
        }
    }
}
