package org.ringback.search.terms;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes out the "ge" and "zu" that German puts into the middle of a verb, and off the end what goes with "ge":
 * "weitergeleitet", "weiterzuleiten".
 */
final class GermanParticiple extends TokenFilter {

    private static final Pattern MIDDLE = Pattern.compile(
            "^(ab|an|auf|aus|bei|durch|ein|her|hin|los|mit|nach|um|vor|weg|weiter|wieder|zurueck|zuruck|zu|\u00fcber|uber)"
                + "(?:(ge)|zu)(?=.{4})");

    private static final Pattern ENDING = Pattern.compile("e?t$");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    GermanParticiple(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        Matcher middle = MIDDLE.matcher(term);
        if (middle.find()) {
            String rest = term.subSequence(middle.end(), term.length()).toString();
            String verb = middle.group(2) == null ? rest : ENDING.matcher(rest).replaceFirst("");
            String whole = middle.group(1) + verb;
            term.setEmpty().append(whole);
        }
        return true;
    }
}
