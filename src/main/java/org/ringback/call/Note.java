package org.ringback.call;

/**
 * What the user has noted at a call or at a message.
 *
 * @param marked whether it shall catch the eye
 * @param text in the user's words, without blanks around it; empty if there are none
 */
public record Note(boolean marked, String text) {

    public static final Note NONE = new Note(false, "");

    /** In letters; whoever writes more writes a report. */
    public static final int LONGEST = 2_000;

    public Note {
        text = text.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** The same words with the mark or without. */
    public Note withMark(boolean wanted) {
        return new Note(wanted, text);
    }

    /** The same mark with other words. */
    public Note withText(String words) {
        return new Note(marked, words);
    }

    /** Whether there is anything to see of it. */
    public boolean nothing() {
        return !marked && text.isEmpty();
    }
}
