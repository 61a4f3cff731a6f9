package org.ringback.sip;

import java.util.List;

/**
 * A line of a message as a person reads it.
 *
 * @param header the full name of the header to which it belongs, empty outside the headers
 * @param range its bytes without the line end
 */
public record MessageLine(Part part, String header, ByteRange range, List<Piece> pieces) {

    /** Where in the message it stands. */
    public enum Part {
        START,
        HEADER,
        /** The empty line between headers and body. */
        SEPARATOR,
        BODY,
        /** Before the start line or after the body. */
        OUTSIDE
    }

    /**
     * A stretch of a line about which the same can be said.
     *
     * @param text decoded as UTF-8; control characters as their pictures (U+2400 to U+2421)
     * @param name whether it is the name of a header as written
     * @param doubts those that cover it
     */
    public record Piece(String text, boolean name, List<Doubt> doubts) {
        public Piece {
            doubts = List.copyOf(doubts);
        }
    }

    public MessageLine {
        pieces = List.copyOf(pieces);
    }

    /** The whole line. */
    public String text() {
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    /** Whether the parser doubts some of it. */
    public boolean doubted() {
        return pieces.stream().anyMatch(piece -> !piece.doubts().isEmpty());
    }
}
