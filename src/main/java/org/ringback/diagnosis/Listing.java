package org.ringback.diagnosis;

import java.util.List;
import org.ringback.language.NamedKey;
import org.ringback.language.Texts;
import org.ringback.sip.Printable;

/**
 * Writes values and lists of them as part of a sentence, and no longer than somebody reads: a message may hold ten thousand
 * codecs, and a header a hundred thousand letters.
 */
public final class Listing {

    /** More than any honest offer has codecs. */
    private static final int MOST = 24;

    /** Characters of one value, and after how many no further one is listed. */
    private static final int LONGEST_VALUE = 300;

    private static final int LONG_ENOUGH = 1_000;

    private enum Pattern implements NamedKey {
        AND_MORE;

        @Override
        public String group() {
            return "listing";
        }
    }

    private final Texts texts;

    public Listing(Texts texts) {
        this.texts = texts;
    }

    /** One value, cut with an ellipsis where it is too long. */
    public static String value(String text) {
        return Printable.upTo(LONGEST_VALUE, text);
    }

    /** All of them with commas between; of too many the first ones and how many more there are. */
    public String of(List<String> all) {
        var listed = new StringBuilder();
        int shown = 0;
        while (shown < all.size() && shown < MOST && listed.length() < LONG_ENOUGH) {
            listed.append(shown == 0 ? "" : ", ").append(value(all.get(shown)));
            shown++;
        }
        return shown == all.size()
                ? listed.toString()
                : texts.get(Pattern.AND_MORE, listed.toString(), Integer.toString(all.size() - shown));
    }
}
