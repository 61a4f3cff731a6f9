package org.ringback.pseudonym;

import java.util.List;

/**
 * What pseudonyms were given for, and what is still to be read.
 *
 * @param stays all of it
 * @param streams whether there are streams of media beside the messages, of which what was measured stays
 */
public record Preview(Likeness likeness, List<Replaced> replaced, List<Stays> stays, boolean streams) {

    public Preview {
        replaced = List.copyOf(replaced);
        stays = List.copyOf(stays);
    }

    /** The same with streams of media beside the messages, or without. */
    public Preview with(boolean streamsOfMedia) {
        return new Preview(likeness, replaced, stays, streamsOfMedia);
    }

    /**
     * Values of one kind.
     *
     * @param count of different values
     * @param examples a few of them
     */
    public record Replaced(PseudonymKind kind, int count, List<Example> examples) {
        public Replaced {
            examples = List.copyOf(examples);
        }
    }

    /** A value and what stands in its place. */
    public record Example(String original, String pseudonym) {}

    /**
     * Something that a person should look at before it is given away.
     *
     * @param name of the header, {@code SIP/2.0 486} before a phrase, the type of a body, or a number
     * @param values all different ones, as they stand in the result; empty for a body and for a number
     */
    public record Stays(Where where, String name, List<String> values) {
        public Stays {
            values = List.copyOf(values);
        }
    }

    /** Where it stands. */
    public enum Where {
        /** The name of a product: findings need it. */
        SOFTWARE,
        /** An emergency number that was dialed. */
        EMERGENCY,
        /** A phrase of a response. */
        PHRASE,
        /** A header of which known words of a free text stay. */
        HEADER,
        /** A body of which only parts are replaced. */
        BODY
    }
}
