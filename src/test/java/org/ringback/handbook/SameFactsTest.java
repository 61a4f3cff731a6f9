package org.ringback.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.Complaints;
import org.ringback.language.Language;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;
import org.ringback.language.ShippedFiles;

/** A page says the same of codes, requests and standards in every language, as far as these have names that stay. */
class SameFactsTest {

    private static final Languages LANGUAGES = new Languages(new ProgramFiles());

    private static final Handbook ENGLISH = handbook(LANGUAGES.english());

    private static final Set<String> CODES =
            ENGLISH.all().stream().map(entry -> entry.code().digits()).collect(Collectors.toSet());

    /** No part of a longer number, of a telephone number or of 100rel. */
    private static final Pattern CODE = Pattern.compile("(?<![\\d.,+])[1-9]\\d\\d(?!\\d|[.,]\\d|rel)");

    private static final Pattern METHOD = Pattern.compile("(?<![A-Za-z])(?:INVITE|BYE|CANCEL|OPTIONS|REGISTER|PRACK"
            + "|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE|SERVICE|ACK)(?=s?(?![A-Za-z]))");

    private static final Pattern STANDARD = Pattern.compile("RFC[\\s\\h]\\d+");

    /** What countries dial, in the words of their language: the code of Ukraine, and its fire brigade. */
    private static final Map<String, String> DIALED = Map.of("uk 404", "380", "uk 380", "101");

    static List<Language> translations() {
        return ShippedFiles.translations();
    }

    private static Handbook handbook(Language language) {
        return Handbook.load(Codes.load(), LANGUAGES, language);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void otherCodesAreThoseOfTheEnglishPage(Language language) {
        var complaints = new Complaints();
        for (Entry entry : handbook(language).all()) {
            String page = language.tag() + " " + entry.number();
            Set<String> named = codes(entry);
            named.remove(DIALED.getOrDefault(page, ""));
            Set<String> inEnglish = codes(ENGLISH.entry(entry.number()));
            if (!named.equals(inEnglish)) {
                complaints.add(page + " names " + named + ", the English page " + inEnglish);
            }
        }
        complaints.assertNone();
    }

    /** A translation may say "registration" where English says REGISTER, but not another request. */
    @ParameterizedTest
    @MethodSource("translations")
    void requestsAndStandardsAreAmongThoseOfTheEnglishPage(Language language) {
        var complaints = new Complaints();
        for (Entry entry : handbook(language).all()) {
            Entry english = ENGLISH.entry(entry.number());
            for (Pattern name : List.of(METHOD, STANDARD)) {
                Set<String> named = named(name, entry);
                named.removeAll(named(name, english));
                if (!named.isEmpty()) {
                    complaints.add(language.tag() + " " + entry.number() + " names " + named
                            + ", of which the English page says nothing");
                }
            }
        }
        complaints.assertNone();
    }

    private static Set<String> codes(Entry entry) {
        Set<String> codes = named(CODE, entry);
        codes.retainAll(CODES);
        codes.remove(entry.code().digits());
        return codes;
    }

    private static Set<String> named(Pattern names, Entry entry) {
        return names.matcher(text(entry.definition()))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceAll("\\h", " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Definition page) {
        List<String> texts =
                new ArrayList<>(List.of(page.phrase(), page.gist(), page.says(), page.seenInShort(), page.use()));
        texts.addAll(page.description());
        texts.addAll(page.seen());
        texts.addAll(page.fix());
        page.causes().forEach(cause -> texts.addAll(List.of(cause.cause(), cause.confirm())));
        return String.join("\n", texts);
    }
}
