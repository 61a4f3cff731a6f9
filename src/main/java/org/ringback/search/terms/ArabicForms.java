package org.ringback.search.terms;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts off what spoken Arabic joins to a verb or a noun beside what the written language does: the b- of what is going on
 * now, the letter of the person before a verb, the m- and -sh of "not", whose it is, and the t of a feminine word before that.
 */
final class ArabicForms extends TokenFilter {

    private static final int LEAST_LEFT = 3;
    private static final String PERSONS = "\u064a\u062a\u0646";
    private static final char NOW = '\u0628';
    private static final char NOT_BEFORE = '\u0645';
    private static final char NOT_BEHIND = '\u0634';
    private static final char FEMININE = '\u062a';
    /** Ours, yours, theirs, and what many do. */
    private static final String[] ENDINGS = {"\u0646\u0627", "\u0643\u0645", "\u0647\u0645", "\u0648\u0627"};

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ArabicForms(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = term.toString();
        String cut = behind(before(word));
        if (!cut.equals(word)) {
            term.setEmpty().append(cut);
        }
        return true;
    }

    private static String before(String word) {
        String verb = word;
        int length = verb.length();
        if (length > LEAST_LEFT + 2 && verb.charAt(0) == NOT_BEFORE && verb.charAt(length - 1) == NOT_BEHIND) {
            verb = verb.substring(1, length - 1);
        }
        if (verb.length() > LEAST_LEFT && verb.charAt(0) == NOW && PERSONS.indexOf(verb.charAt(1)) >= 0) {
            verb = verb.substring(1);
        }
        return verb.length() > LEAST_LEFT && PERSONS.indexOf(verb.charAt(0)) >= 0 ? verb.substring(1) : verb;
    }

    private static String behind(String word) {
        String stem = word;
        for (String ending : ENDINGS) {
            if (stem.length() >= LEAST_LEFT + ending.length() && stem.endsWith(ending)) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int length = stem.length();
        return length > LEAST_LEFT && stem.charAt(length - 1) == FEMININE ? stem.substring(0, length - 1) : stem;
    }
}
