package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.Complaints;
import org.ringback.handbook.Codes;
import org.ringback.handbook.ResponseCode;

/** The definitions and contrasts have the same entries, fields and lists in every language, all filled in. */
@BesideOthers
class HandbookFilesTest {

    /** The first steps of a page of the handbook, in whichever language. */
    private static final String STEPS = "{steps}";

    private static final Language ENGLISH = new Languages(new ProgramFiles()).english();

    private static final List<String> FIELDS = List.of(
            "phrase",
            "gist",
            "says",
            "description[0]",
            "seen[0]",
            "seenInShort",
            "fix[0]",
            "causes[0].cause",
            "causes[0].confirm",
            "use",
            "search[0]");

    private static final Pattern SENTENCES =
            Pattern.compile("\\.(gist|description|seen|seenInShort|fix|use)(\\[\\d+])?$|\\.confirm$");

    private static final Pattern PHRASE_OR_CAUSE = Pattern.compile("\\.(phrase|cause|says)$");

    static List<Language> languages() {
        return ShippedFiles.languages();
    }

    private static Stream<Arguments> every(List<Language> languages) {
        return languages.stream()
                .flatMap(language -> Stream.of("definitions", "contrasts", "headers", "findings")
                        .map(name -> Arguments.of(name, language)));
    }

    static Stream<Arguments> files() {
        return every(ShippedFiles.languages());
    }

    static Stream<Arguments> translations() {
        return every(ShippedFiles.translations());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyTextOfTheEnglishFileIsThere(String name, Language language) {
        var own = ShippedFiles.json(name, language);
        var complaints = new Complaints(ShippedFiles.jsonName(name, language));
        ShippedFiles.json(name, ENGLISH).forEach((path, text) -> {
            if (!isSearch(path) && !own.containsKey(path)) {
                complaints.add("add " + path + ", in English it is: " + text);
            }
        });
        complaints.assertNone();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void nothingIsThereThatTheEnglishFileLacks(String name, Language language) {
        var english = ShippedFiles.json(name, ENGLISH);
        forEachText(name, language, (path, text, complaints) -> {
            if (!isSearch(path) && !english.containsKey(path)) {
                complaints.add("delete, or add to every other language: " + path);
            }
        });
    }

    /** People search in other words in each language, so the number of these words is free. */
    private static boolean isSearch(String path) {
        return path.contains(".search[");
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTextIsEmptyOrFaulty(String name, Language language) {
        forEachText(name, language, (path, text, complaints) -> {
            if (text.isBlank()) {
                complaints.add("fill in " + path);
            }
            complaints.addAll("correct " + path, Prose.faults(text), text);
        });
    }

    @ParameterizedTest
    @MethodSource("translations")
    void noTextIsLeftInEnglish(String name, Language language) {
        var english = ShippedFiles.json(name, ENGLISH);
        forEachText(name, language, (path, text, complaints) -> {
            if (!isSearch(path) && !text.equals(STEPS) && text.equals(english.get(path))) {
                complaints.add("translate " + path + ": " + text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("translations")
    void noTextHoldsAnEnglishSentence(String name, Language language) {
        var english = EnglishLeft.in(language);
        forEachText(name, language, (path, text, complaints) -> {
            if (!isSearch(path) && english.holdsSentence(text)) {
                complaints.add("translate all of " + path + ": " + text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextIsInTheLettersOfItsLanguage(String name, Language language) {
        var letters = Letters.of(language);
        forEachText(name, language, (path, text, complaints) -> {
            String foreign = letters.foreignIn(text);
            if (!isSearch(path) && !foreign.isEmpty()) {
                complaints.add("write without " + foreign + " " + path + ": " + text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyCodeHasEveryField(Language language) {
        var paths = ShippedFiles.json("definitions", language).keySet();
        var complaints = new Complaints(ShippedFiles.jsonName("definitions", language));
        for (ResponseCode code : Codes.load().all()) {
            for (String field : FIELDS) {
                String path = code.digits() + "." + field;
                if (!paths.contains(path)) {
                    complaints.add("write " + path);
                }
            }
        }
        complaints.assertNone();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void definitionsAreWrittenInWholeSentences(Language language) {
        forEachText("definitions", language, (path, text, complaints) -> {
            if (SENTENCES.matcher(path).find()) {
                complaints.addAll("correct " + path, Prose.sentenceFaults(text), text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void phrasesAndCausesHaveNoFullStopOfTheirOwn(Language language) {
        forEachText("definitions", language, (path, text, complaints) -> {
            if (PHRASE_OR_CAUSE.matcher(path).find() && text.matches(".*[.,;。]")) {
                complaints.add("a pattern puts its own full stop behind " + path + ": " + text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void contrastsAreWrittenInWholeSentences(Language language) {
        forEachText(
                "contrasts",
                language,
                (path, text, complaints) -> complaints.addAll("correct " + path, Prose.sentenceFaults(text), text));
    }

    @Test
    void aContrastSpeaksOfTheTwoCodesOfItsPair() {
        var codes = Codes.load();
        for (String path : ShippedFiles.json("contrasts", ENGLISH).keySet()) {
            String pair = path.substring(0, path.indexOf('.'));
            assertThat(pair).as("contrasts: the lower code first in %s", pair).matches("[1-9]\\d\\d-[1-9]\\d\\d");
            String low = pair.substring(0, 3);
            String high = pair.substring(4);
            assertThat(low).as("contrasts: the lower code first in %s", pair).isLessThan(high);
            assertThat(codes.find(Integer.parseInt(low)))
                    .as("contrasts: first of %s", pair)
                    .isPresent();
            assertThat(codes.find(Integer.parseInt(high)))
                    .as("contrasts: second of %s", pair)
                    .isPresent();
            if (path.contains(".use.")) {
                assertThat(path).as("contrasts: use of %s", pair).matches(".*\\.(" + low + "|" + high + ")");
            }
        }
    }

    private static void forEachText(String name, Language language, Check check) {
        var complaints = new Complaints(ShippedFiles.jsonName(name, language));
        ShippedFiles.json(name, language).forEach((path, text) -> check.of(path, text, complaints));
        complaints.assertNone();
    }

    /** What has to hold for one text. */
    private interface Check {
        void of(String path, String text, Complaints complaints);
    }
}
