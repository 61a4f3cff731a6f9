package org.ringback.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.Complaints;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.handbook.Definition;
import org.ringback.handbook.Entry;
import org.ringback.handbook.HeaderRule;
import org.ringback.handbook.OtherPhrase;
import org.ringback.handbook.ResponseCode;
import org.ringback.language.EnglishLeft;
import org.ringback.language.Language;
import org.ringback.language.ProgramFiles;
import org.ringback.language.Prose;

/** Every ordered pair of codes, in every language, reads as if a person had written it. */
class AllPairsTest {

    private static final Library LIBRARY = new Library(new ProgramFiles());

    private static final Map<Language, List<Comparison>> PAIRS = new HashMap<>();

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");
    private static final Pattern WORD = Pattern.compile("[^a-z]+");

    /** Words that in every language are written so on the wire or on a screen, and no fact of codes.json holds. */
    private static final Set<String> PROTOCOL_WORDS = Set.of(
            "tel",
            "sips",
            "urn", // schemes
            "branch",
            "realm",
            "location",
            "pending",
            "digest", // parameters and their values
            "timer",
            "precondition",
            "replaces", // option tags
            "presence",
            "dialog",
            "sipfrag",
            "multipart",
            "xml", // event packages and bodies
            "orig",
            "dest",
            "iat",
            "info", // claims of a PASSporT
            "curl",
            "dig",
            "nginx",
            "sipsorcery", // tools and products
            "failure",
            "route",
            "direct",
            "media",
            "proxy", // settings: failure route, direct media, outbound proxy
            "early",
            "glare",
            "offer",
            "overlap"); // terms that engineers do not translate

    private static final List<Answers> LANGUAGES =
            LIBRARY.languages().all().stream().map(LIBRARY::answers).toList();

    static List<Answers> languages() {
        return LANGUAGES;
    }

    private static List<Comparison> pairs(Answers answers) {
        return PAIRS.computeIfAbsent(
                answers.language(),
                language -> answers.all().stream()
                        .flatMap(left ->
                                answers.all().stream().map(right -> answers.compare(left.number(), right.number())))
                        .toList());
    }

    private static void forEachPair(Answers answers, BiConsumer<Comparison, String> check) {
        for (Comparison comparison : pairs(answers)) {
            check.accept(
                    comparison,
                    answers.language() + " " + comparison.left().number() + "/"
                            + comparison.right().number() + ":");
        }
    }

    /** The same codes in the other order. */
    private static Comparison swapped(Answers answers, int place) {
        int count = answers.all().size();
        return pairs(answers).get(place % count * count + place / count);
    }

    /** Every text of a comparison that has to be one or more whole sentences. */
    private static List<String> sentences(Comparison comparison) {
        var sentences = new ArrayList<>(comparison.summary());
        comparison
                .differences()
                .forEach(difference -> sentences.addAll(List.of(difference.left(), difference.right())));
        sentences.addAll(comparison.whenToUse());
        comparison.contrast().ifPresent(contrast -> {
            sentences.addAll(contrast.differences());
            sentences.add(contrast.tell());
        });
        return sentences;
    }

    private static List<String> labels(Comparison comparison) {
        var labels = new ArrayList<String>();
        labels.add(comparison.title());
        comparison.differences().forEach(difference -> labels.add(difference.about()));
        comparison.agreements().forEach(agreement -> labels.addAll(List.of(agreement.about(), agreement.value())));
        return labels;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySentenceIsWholeAndClean(Answers answers) {
        var checked = new HashSet<String>();
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            for (String text : sentences(comparison)) {
                if (checked.add(text)) {
                    complaints.addAll(pair, Prose.sentenceFaults(text), text);
                }
            }
            for (String text : labels(comparison)) {
                if (checked.add(text)) {
                    complaints.addAll(pair, Prose.faults(text), text);
                }
            }
        });
        complaints.assertNone();
        assertThat(checked).hasSizeGreaterThan(1000);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyDifferenceSaysTwoDifferentThings(Answers answers) {
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            for (var difference : comparison.differences()) {
                String left = nameless(difference.left(), comparison.left());
                if (left.equals(nameless(difference.right(), comparison.right()))) {
                    complaints.add(pair + " no difference in " + difference);
                }
            }
        });
        complaints.assertNone();
    }

    private static String nameless(String sentence, Entry entry) {
        return sentence.replace(entry.code().digits(), "").replace(entry.code().phrase(), "");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noDifferenceRepeatsADefinition(Answers answers) {
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            var told = new HashSet<String>();
            told.addAll(longTexts(comparison.left().definition()));
            told.addAll(longTexts(comparison.right().definition()));
            for (var difference : comparison.differences()) {
                if (told.contains(difference.left()) || told.contains(difference.right())) {
                    complaints.add(pair + " copied from a definition: " + difference);
                }
            }
        });
        complaints.assertNone();
    }

    private static Set<String> longTexts(Definition words) {
        return Stream.of(words.description(), words.seen(), words.fix())
                .flatMap(Collection::stream)
                .flatMap(SENTENCE_END::splitAsStream)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noPointIsMadeTwice(Answers answers) {
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            var points = new HashSet<String>();
            comparison.differences().forEach(difference -> {
                if (!points.add(difference.about())) {
                    complaints.add(pair + " twice: " + difference.about());
                }
            });
            comparison.agreements().forEach(agreement -> {
                if (!points.add(agreement.about())) {
                    complaints.add(pair + " a difference and an agreement: " + agreement.about());
                }
            });
        });
        complaints.assertNone();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void swappingSwapsTheSidesAndNothingElse(Answers answers) {
        var complaints = new Complaints();
        var place = new AtomicInteger();
        forEachPair(answers, (comparison, pair) -> {
            var other = swapped(answers, place.getAndIncrement());
            complaints.expect(pair + " differences", comparison.differences(), swapped(other.differences()));
            complaints.expect(pair + " agreements", comparison.agreements(), other.agreements());
            complaints.expect(pair + " contrast", comparison.contrast(), other.contrast());
            complaints.expect(
                    pair + " when to use",
                    comparison.whenToUse(),
                    other.whenToUse().reversed());
            complaints.expect(pair + " sources", Set.copyOf(addresses(comparison)), Set.copyOf(addresses(other)));
        });
        complaints.assertNone();
    }

    private static List<Difference> swapped(List<Difference> differences) {
        return differences.stream()
                .map(difference -> new Difference(difference.about(), difference.right(), difference.left()))
                .toList();
    }

    private static List<String> addresses(Comparison comparison) {
        return comparison.learnMore().stream()
                .map(source -> source.reference().url())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachSideSpeaksOfItsOwnCode(Answers answers) {
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            String left = comparison.left().code().digits();
            String right = comparison.right().code().digits();
            for (var difference : comparison.differences()) {
                if (!difference.left().contains(left) || !difference.right().contains(right)) {
                    complaints.add(pair + " does not name its code: " + difference);
                }
            }
            if (!comparison.whenToUse().getFirst().contains(left)
                    || !comparison.whenToUse().getLast().contains(right)) {
                complaints.add(pair + " does not name its code: " + comparison.whenToUse());
            }
            if (!comparison.sameCode()) {
                complaints.expect(pair + " use", comparison.whenToUse().getFirst(), use(comparison, comparison.left()));
            }
        });
        complaints.assertNone();
    }

    private static String use(Comparison comparison, Entry entry) {
        return comparison
                .contrast()
                .map(contrast -> contrast.use().get(entry.number()))
                .orElse(entry.definition().use());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTwoCodesDifferAndLeadFurther(Answers answers) {
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            if (comparison.sameCode()) {
                return;
            }
            if (comparison.differences().size() < 2 || comparison.learnMore().isEmpty()) {
                complaints.add(pair + " says too little: " + comparison);
            }
            complaints.expect(pair + " when to use", comparison.whenToUse().size(), 2);
            complaints.expect(
                    pair + " no source twice",
                    addresses(comparison).size(),
                    Set.copyOf(addresses(comparison)).size());
        });
        complaints.assertNone();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aCodeAndItselfGiveANoteInsteadOfNonsense(Answers answers) {
        for (Entry entry : answers.all()) {
            var comparison = answers.compare(entry.number(), entry.number());

            assertThat(comparison.sameCode()).isTrue();
            assertThat(comparison.summary())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(entry.code().digits());
            assertThat(comparison.differences()).isEmpty();
            assertThat(comparison.agreements()).isEmpty();
            assertThat(comparison.contrast()).isEmpty();
            assertThat(comparison.confusedWith())
                    .isNotEmpty()
                    .doesNotContain(entry.number())
                    .allMatch(code -> answers.find(code).isPresent());
        }
    }

    static List<Answers> translations() {
        return LANGUAGES.stream()
                .filter(answers ->
                        !answers.language().equals(LIBRARY.languages().english()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void translatedSentencesHoldNoEnglishWords(Answers answers) {
        var english = EnglishLeft.in(answers.language());
        var allowed = wordsOfTheProtocol();
        var checked = new HashSet<String>();
        var found = new TreeMap<String, String>();
        forEachPair(
                answers,
                (comparison, pair) -> Stream.concat(sentences(comparison).stream(), labels(comparison).stream())
                        .filter(checked::add)
                        .forEach(text -> english.words(text).stream()
                                .filter(word -> !allowed.contains(word))
                                .forEach(word -> found.putIfAbsent(word, pair + " " + text))));

        var complaints = new Complaints(answers.language() + ", or add true protocol words to PROTOCOL_WORDS");
        found.forEach((word, where) -> complaints.add(word + " in " + where));
        complaints.assertNone();
    }

    /** What is written the same in every language: phrases, header fields, methods and products of the facts. */
    private static Set<String> wordsOfTheProtocol() {
        var words = new HashSet<>(PROTOCOL_WORDS);
        for (ResponseCode code : LIBRARY.codes().all()) {
            Stream.of(
                            Stream.of(code.phrase()),
                            code.otherPhrases().stream().map(OtherPhrase::phrase),
                            code.headers().stream().map(HeaderRule::name),
                            code.requestHeaders().stream(),
                            code.emitters().stream())
                    .flatMap(texts -> texts)
                    .filter(Objects::nonNull)
                    .flatMap(WORD::splitAsStream)
                    .forEach(words::add);
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void languagesAgreeInEverythingButWords(Answers answers) {
        var english = pairs(LIBRARY.answers(LIBRARY.languages().english())).iterator();
        var complaints = new Complaints();
        forEachPair(answers, (comparison, pair) -> {
            var other = english.next();
            complaints.expect(
                    pair, comparison.differences().size(), other.differences().size());
            complaints.expect(
                    pair, comparison.agreements().size(), other.agreements().size());
            complaints.expect(
                    pair, comparison.contrast().isPresent(), other.contrast().isPresent());
        });
        complaints.assertNone();
    }
}
