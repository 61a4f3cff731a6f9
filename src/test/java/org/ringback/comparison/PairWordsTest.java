package org.ringback.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.comparison.AllPairs.LIBRARY;
import static org.ringback.comparison.AllPairs.forEachPair;
import static org.ringback.comparison.AllPairs.labels;
import static org.ringback.comparison.AllPairs.sentences;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.Complaints;
import org.ringback.answers.Answers;
import org.ringback.handbook.Definition;
import org.ringback.handbook.Entry;
import org.ringback.handbook.HeaderRule;
import org.ringback.handbook.OtherPhrase;
import org.ringback.handbook.ResponseCode;
import org.ringback.language.EnglishLeft;
import org.ringback.language.Prose;

/** What is said about two codes reads as if a person had written it, in every language. */
@BesideOthers
class PairWordsTest {

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
            "digest",
            "nonce",
            "id",
            "q", // parameters and their values
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
            "redirect", // an application of FreeSWITCH
            "failure",
            "route",
            "direct",
            "media",
            "proxy", // settings: failure route, direct media, outbound proxy
            "early",
            "glare",
            "offer",
            "overlap"); // terms that engineers do not translate

    @ParameterizedTest
    @MethodSource("org.ringback.comparison.AllPairs#languages")
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
    @MethodSource("org.ringback.comparison.AllPairs#languages")
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
    @MethodSource("org.ringback.comparison.AllPairs#languages")
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
    @MethodSource("org.ringback.comparison.AllPairs#translations")
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
}
