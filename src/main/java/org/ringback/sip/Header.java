package org.ringback.sip;

/**
 * A header as it stands in a message.
 *
 * @param written its name as written
 * @param name the same, or the full form of a compact or known name in its usual spelling
 * @param range the whole header, without the line end
 * @param valueRange the value without the blanks around it, but with the line ends of its folds
 * @param value the value as text on one line
 */
public record Header(String written, String name, ByteRange range, ByteRange valueRange, String value) {

    public boolean is(String name) {
        return Ascii.same(this.name, name);
    }
}
