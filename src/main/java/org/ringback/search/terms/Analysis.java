package org.ringback.search.terms;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * How one language is taken apart. {@link #of} is the one place that says which language gets what.
 *
 * @param tokenizer finds where words begin and end
 * @param words what is done to each of them before it is a word: case, and what is only joined to it
 * @param stems what makes the stem of a word
 * @param fillers words that say nothing by themselves
 */
record Analysis(
        Supplier<Tokenizer> tokenizer,
        UnaryOperator<TokenStream> words,
        UnaryOperator<TokenStream> stems,
        Supplier<? extends Set<?>> fillers) {

    private static final CharArraySet ITALIAN_ARTICLES = CharArraySet.unmodifiableSet(new CharArraySet(
            List.of(
                    "agl", "all", "c", "coll", "d", "dagl", "dall", "degl", "dell", "gl", "l", "m", "negl", "nell",
                    "pell", "s", "sugl", "sull", "t", "un", "v"),
            true));

    /** The analysis for a language tag, or one that knows no forms of words where none is made for the language. */
    static Analysis of(String tag) {
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "ar" ->
                words(in -> new ArabicNormalizationFilter(lower(in)), ArabicAnalyzer::getDefaultStopSet)
                        .stemming(in -> new ArabicForms(new ArabicStemFilter(in)));
            case "de" ->
                words(Analysis::lower, GermanAnalyzer::getDefaultStopSet)
                        .stemming(in ->
                                new GermanLightStemFilter(new GermanParticiple(new GermanNormalizationFilter(in))));
            case "en" ->
                words(in -> new EnglishPossessiveFilter(lower(in)), EnglishAnalyzer::getDefaultStopSet)
                        .stemming(PorterStemFilter::new);
            case "es" ->
                words(Analysis::lower, SpanishAnalyzer::getDefaultStopSet).stemming(SpanishLightStemFilter::new);
            case "fr" ->
                words(
                                in -> new ElisionFilter(lower(in), FrenchAnalyzer.DEFAULT_ARTICLES),
                                FrenchAnalyzer::getDefaultStopSet)
                        .stemming(FrenchLightStemFilter::new);
            case "hi" ->
                words(in -> new HindiNormalizationFilter(lower(in)), HindiAnalyzer::getDefaultStopSet)
                        .stemming(HindiStemFilter::new);
            case "id" ->
                words(Analysis::lower, IndonesianAnalyzer::getDefaultStopSet).stemming(IndonesianStemFilter::new);
            case "it" ->
                words(in -> new ElisionFilter(lower(in), ITALIAN_ARTICLES), ItalianAnalyzer::getDefaultStopSet)
                        .stemming(ItalianLightStemFilter::new);
            // These write no spaces: every two neighbors are a word.
            case "ja", "zh" ->
                words(in -> new CJKBigramFilter(lower(new CJKWidthFilter(in))), () -> CharArraySet.EMPTY_SET);
            case "ko" ->
                words(
                        in -> new CJKBigramFilter(new KoreanParticle(lower(new CJKWidthFilter(in)))),
                        () -> CharArraySet.EMPTY_SET);
            case "pl", "uk" ->
                words(Analysis::lower, () -> CharArraySet.EMPTY_SET).stemming(EndingCut::new);
            case "pt" ->
                words(Analysis::lower, PortugueseAnalyzer::getDefaultStopSet).stemming(PortugueseLightStemFilter::new);
            case "ru" ->
                words(Analysis::lower, RussianAnalyzer::getDefaultStopSet)
                        .stemming(in -> new SnowballFilter(in, new RussianStemmer()));
            case "th" -> new Analysis(ThaiTokenizer::new, Analysis::lower, in -> in, ThaiAnalyzer::getDefaultStopSet);
            case "tr" ->
                // Most type it without accents, where a stemmer goes astray; a few letters do as well.
                words(in -> new TurkishLowerCaseFilter(new ApostropheFilter(in)), TurkishAnalyzer::getDefaultStopSet)
                        .stemming(WordBeginning::new);
            case "vi" -> words(in -> pairs(lower(in)), () -> CharArraySet.EMPTY_SET);
            default -> words(Analysis::lower, () -> CharArraySet.EMPTY_SET);
        };
    }

    private static Analysis words(UnaryOperator<TokenStream> words, Supplier<? extends Set<?>> fillers) {
        return new Analysis(StandardTokenizer::new, words, in -> in, fillers);
    }

    private Analysis stemming(UnaryOperator<TokenStream> stemmer) {
        return new Analysis(tokenizer, words, stemmer, fillers);
    }

    /** Vietnamese writes syllables apart, and most of its words have two: pairs are words beside them. */
    private static TokenStream pairs(TokenStream in) {
        var pairs = new ShingleFilter(in, 2);
        pairs.setTokenSeparator("");
        return pairs;
    }

    private static TokenStream lower(TokenStream in) {
        return new LowerCaseFilter(new DecimalDigitFilter(in));
    }
}
