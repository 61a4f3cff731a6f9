package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.Complaints;

/** The texts of the window and of the command line are complete and well formed in every language. */
@BesideOthers
class TextFilesTest {

    private static final Map<String, String> ENGLISH = ShippedFiles.english();

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final Pattern NUMBERED_PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern QUOTED = Pattern.compile("''|'[{}]'");
    private static final Pattern ORDINARY_WORD = Pattern.compile("\\p{L}*\\p{Ll}\\p{L}*");
    private static final Pattern KEY = Pattern.compile("^([^#!\\s=]+)\\s*=.*");

    /** Names and signs of units that are the same in many languages and may stand alone in a text. */
    private static final Set<String> NAMES = Set.of(
            "Ringback",
            "Markdown",
            "Esc",
            "Enter",
            "Ctrl",
            "Shift",
            "Alt",
            "ms",
            "s",
            "min",
            "Codec",
            "Codecs",
            "Jitter");

    /** Words that a language writes as English does, by its tag. */
    private static final Map<String, Set<String>> SHARED = Map.of(
            "de",
            Set.of("Body", "Code", "Domains", "Format", "Leg", "Software", "Subscriptions", "Text"),
            "fr",
            Set.of(
                    "Capture",
                    "certain",
                    "Code",
                    "Format",
                    "leg",
                    "Leg",
                    "Message",
                    "Messages",
                    "Page",
                    "possible",
                    "redirection",
                    "retransmission",
                    "section",
                    "Sections"),
            "id",
            Set.of(
                    "answer",
                    "Body",
                    "Capture",
                    "Final",
                    "Media",
                    "Format",
                    "Leg",
                    "leg",
                    "offer",
                    "Program",
                    "Software"));

    static List<Language> languages() {
        return ShippedFiles.languages();
    }

    static List<Language> translations() {
        return ShippedFiles.translations();
    }

    @Test
    void everyKeyThatTheProgramAsksForIsInTheEnglishFile() {
        var missing = new TreeSet<>(UsedKeys.all());
        missing.removeAll(ENGLISH.keySet());

        assertThat(missing)
                .as(
                        "missing in every resources/texts/texts_*.properties; paste there and fill in:%n%s%n",
                        missing.stream().map(key -> key + "=").collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    void everyKeyInTheEnglishFileIsAskedFor() {
        var unused = new TreeSet<>(ENGLISH.keySet());
        unused.removeAll(UsedKeys.all());
        unused.removeIf(key -> UsedKeys.COMPUTED.matcher(key).matches());

        assertThat(unused)
                .as("no enumeration of TextKey has these: delete them from every texts_*.properties, or add computed "
                        + "ones to UsedKeys")
                .isEmpty();
    }

    /** No more than that is read of it at the start, unless somebody speaks it. */
    @ParameterizedTest
    @MethodSource("languages")
    void nameDirectionAndTypographyStandAboveTheFirstEmptyLine(Language language) {
        assertThat(ShippedFiles.lines(language).stream().dropWhile(line -> !line.isBlank()))
                .noneMatch(line -> line.matches("(language|typography)\\..*"));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageHasTheKeysOfTheEnglishFile(Language language) {
        var texts = ShippedFiles.texts(language);
        var missing = new TreeSet<>(ENGLISH.keySet());
        missing.removeAll(texts.keySet());
        var unknown = new TreeSet<>(texts.keySet());
        unknown.removeAll(ENGLISH.keySet());

        assertThat(missing)
                .as(
                        "%s: paste and translate:%n%s%n",
                        ShippedFiles.textsName(language),
                        missing.stream()
                                .map(key -> key + "=" + ENGLISH.get(key))
                                .collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(unknown)
                .as("%s: delete, English does not have them", ShippedFiles.textsName(language))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noKeyIsGivenTwice(Language language) {
        var seen = new HashSet<String>();
        var twice = ShippedFiles.lines(language).stream()
                .map(KEY::matcher)
                .filter(line -> line.matches() && !seen.add(line.group(1)))
                .map(line -> line.group(1))
                .toList();

        assertThat(twice)
                .as("%s: the last one silently wins, delete the others", ShippedFiles.textsName(language))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void placesAreThoseOfTheEnglishText(Language language) {
        forEachText(language, (key, text, complaints) -> {
            String english = ENGLISH.getOrDefault(key, "");
            if (!places(text).equals(places(english))) {
                complaints.add(key + "=" + text + "\n      needs the places of the English text: " + english);
            }
        });
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(QUOTED.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void placesAreJustNumbers(Language language) {
        forEachText(language, (key, text, complaints) -> {
            if (!places(text).stream()
                    .allMatch(place -> NUMBERED_PLACE.matcher(place).matches())) {
                complaints.add(key + "=" + text + "\n      write {0}: a format puts codes and ports through a locale");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void apostrophesAreDoubled(Language language) {
        forEachText(language, (key, text, complaints) -> {
            if (QUOTED.matcher(text).replaceAll("").contains("'")) {
                complaints.add("write '' for ' in " + key + "=" + text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTextIsEmpty(Language language) {
        forEachText(language, (key, text, complaints) -> {
            if (text.isBlank()) {
                complaints.add("fill in " + key + "=" + ENGLISH.get(key));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("translations")
    void noTextIsLeftInEnglish(Language language) {
        forEachText(language, (key, text, complaints) -> {
            boolean english = text.equals(ENGLISH.get(key));
            if (english && !UsedKeys.COMPUTED.matcher(key).matches() && !onlyNames(text, language)) {
                complaints.add("translate " + key + "=" + text);
            }
        });
    }

    private static boolean onlyNames(String text, Language language) {
        Set<String> shared = SHARED.getOrDefault(language.tag(), Set.of());
        return ORDINARY_WORD
                .matcher(PLACE.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .allMatch(word -> NAMES.contains(word) || shared.contains(word));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsInTheLettersOfItsLanguage(Language language) {
        var letters = Letters.of(language);
        forEachText(language, (key, text, complaints) -> {
            String foreign = letters.foreignIn(text);
            if (!foreign.isEmpty()) {
                complaints.add("write without " + foreign + " " + key + "=" + text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void textsAreCleanProse(Language language) {
        forEachText(
                language,
                (key, text, complaints) -> complaints.addAll("correct " + key, Prose.faults(filled(text)), text));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void sentencesAreWhole(Language language) {
        forEachText(language, (key, text, complaints) -> {
            if (key.endsWith(".sentence") || key.matches("aspect\\..*\\.none")) {
                complaints.addAll("correct " + key, Prose.sentenceFaults(filled(text)), text);
            }
        });
    }

    private static String filled(String pattern) {
        return PLACE.matcher(pattern.replace("''", "'")).replaceAll("486");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageNamesItselfAndItsDirection(Language language) {
        var texts = ShippedFiles.texts(language);

        assertThat(texts.get("language.name"))
                .as(ShippedFiles.textsName(language))
                .isNotBlank();
        assertThat(texts.get("language.direction"))
                .as(ShippedFiles.textsName(language))
                .isIn("ltr", "rtl");
    }

    private static void forEachText(Language language, Check check) {
        var complaints = new Complaints(ShippedFiles.textsName(language));
        ShippedFiles.texts(language).forEach((key, text) -> check.of(key, text, complaints));
        complaints.assertNone();
    }

    /** What has to hold for one text. */
    private interface Check {
        void of(String key, String text, Complaints complaints);
    }
}
