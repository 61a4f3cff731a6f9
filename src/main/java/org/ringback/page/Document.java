package org.ringback.page;

import java.util.List;
import java.util.Optional;
import org.ringback.language.Language;

/**
 * A page without a format: a title and blocks in reading order.
 *
 * @param masthead what a page about a code opens with, in the place of the bare title where there is room for it
 */
public record Document(Language language, String title, Optional<Masthead> masthead, List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }

    /** A page that opens with its title alone. */
    public Document(Language language, String title, List<Block> blocks) {
        this(language, title, Optional.empty(), blocks);
    }

    /** The same page as far as its first blocks, for whoever shows them before the rest. */
    public Document beginning(int count) {
        return new Document(language, title, masthead, blocks.subList(0, Math.min(count, blocks.size())));
    }

    /**
     * What a page about a code opens with: the code, what its phrase means, and what must be known at once.
     *
     * @param sentence what the phrase means, with the full stop of the language
     */
    public record Masthead(Link.Code code, String sentence, List<Badge> badges) {

        public Masthead {
            badges = List.copyOf(badges);
        }
    }
}
