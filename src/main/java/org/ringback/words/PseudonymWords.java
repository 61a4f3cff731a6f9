package org.ringback.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ringback.language.Texts;
import org.ringback.pseudonym.Likeness;
import org.ringback.pseudonym.Preview;
import org.ringback.pseudonym.Preview.Stays;
import org.ringback.pseudonym.Preview.Where;

/** Says what messages with pseudonyms still tell: what is kept exactly in all of them, and what is left in these. */
public final class PseudonymWords {

    private static final String BETWEEN = "  |  ";

    private final Texts texts;

    /** Speaks the language of the texts. */
    public PseudonymWords(Texts texts) {
        this.texts = texts;
    }

    /** What pseudonyms do not hide, in sentences. */
    public String limits(Preview preview) {
        return texts.get(preview.likeness() == Likeness.BLURRED ? ShareText.LIMITS_BLURRED : ShareText.LIMITS);
    }

    /** Everything of these messages that is left to be read, each kind in one line, as it stands in the result. */
    public List<String> stays(Preview preview) {
        List<String> lines = new ArrayList<>();
        for (Where where : Where.values()) {
            List<Stays> parts = preview.stays().stream()
                    .filter(part -> part.where() == where)
                    .toList();
            if (!parts.isEmpty()) {
                String values = parts.stream().map(PseudonymWords::words).collect(Collectors.joining(BETWEEN));
                lines.add(texts.get(ShareText.STAYS_LINE, texts.get(ShareText.of(where)), values));
            }
        }
        if (preview.streams()) {
            lines.add(streams());
        }
        return lines;
    }

    /** What stays of streams of media. */
    public String streams() {
        return texts.get(ShareText.STAYS_STREAMS);
    }

    private static String words(Stays part) {
        return part.values().isEmpty() ? part.name() : part.name() + ": " + String.join(BETWEEN, part.values());
    }
}
