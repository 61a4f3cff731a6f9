package org.ringback.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ringback.language.Language;
import org.ringback.search.terms.Words;

/**
 * Finds codes by number, phrase, symptom or any word of their pages: in the current language and in English at once, in
 * every other language where these do not know the words, and in letters that were not meant.
 */
public final class CodeSearch {

    /** If less of it is understood, it may have been meant in another way. */
    private static final float UNDERSTOOD = 0.6f;

    /** So much better has another way to be. */
    private static final float CLEARLY = 0.2f;

    /** Of what is hardly Latin letters by chance, so much is enough. */
    private static final float SOMETHING = 0.3f;

    /** Words in other letters are a guess, which has to explain nearly all. */
    private static final float CONVINCING = 0.7f;

    private final Indexes indexes;
    private final LanguageIndex current;
    private final LanguageIndex english;
    private final CodeFacts facts;

    /** Searches for somebody who reads one of the languages. */
    public CodeSearch(Indexes indexes, Language language) {
        this.indexes = indexes;
        this.current = indexes.of(language);
        this.english = indexes.of(indexes.english());
        this.facts = new CodeFacts(indexes.handbook(language).all());
    }

    /**
     * The codes that match, best first. Codes that the query names by number come before all, so that a pasted status line
     * finds its code. An empty query finds every code in numeric order. May take seconds, until every language is read.
     */
    public Found find(String query) {
        return find(query, true);
    }

    /**
     * The same for somebody who types: what only other languages know is found as soon as {@link #prepareOthers} is done, and
     * not before.
     */
    public Found findAtOnce(String query) {
        return find(query, indexes.isComplete());
    }

    private Found find(String query, boolean inOthers) {
        List<String> words = Words.of(query);
        if (words.isEmpty()) {
            return Found.byNumber(
                    query.isBlank() ? Arrays.stream(facts.numbers()).boxed().toList() : List.of());
        }
        if (words.size() == 1 && isNumber(words.getFirst())) {
            List<Integer> byNumber = startingWith(words.getFirst());
            if (!byNumber.isEmpty()) {
                return Found.byNumber(byNumber);
            }
        }
        Understanding reading = read(query, inOthers);
        var ranking = new Ranking(reading, facts);
        List<Integer> named = named(query);
        var codes = new LinkedHashSet<Integer>(named);
        List<Integer> counted =
                codesAmong(words).filter(code -> !named.contains(code)).toList();
        List<Integer> best = ranking.best().stream().map(facts::number).toList();
        best.stream().filter(code -> !counted.contains(code)).forEach(codes::add);
        codes.addAll(best);
        return new Found(
                List.copyOf(codes),
                Optional.of(reading.meant()).filter(meant -> !meant.equals(query)),
                List.of(),
                number -> ranking.reason(Arrays.binarySearch(facts.numbers(), number), current));
    }

    /** Reads the other languages for {@link #findAtOnce}; may be called on any thread. */
    public void prepareOthers() {
        // Whoever types a second word asks these first.
        current.evidence();
        english.evidence();
        indexes.complete();
    }

    /** Whether {@link #findAtOnce} finds all that {@link #find} does. */
    public boolean othersPrepared() {
        return indexes.isComplete();
    }

    /**
     * What is known as it stands comes first, then what the reader of this language may have typed in other letters, then a
     * slip of his, and only then what a reader of another language may have meant.
     */
    private Understanding read(String query, boolean inOthers) {
        var usual = new Understanding(query, together(current, english), language -> OneTypo.SHORTEST);
        if (usual.understood() >= UNDERSTOOD) {
            return usual;
        }
        Optional<Understanding> spelled = spelledOut(query);
        if (spelled.isPresent()) {
            return spelled.get();
        }
        Understanding best = usual;
        if (inOthers) {
            best = better(best, usual, asTheyStand(query, usual));
        }
        best = better(best, usual, inOtherLetters(query, List.of(current.language()), OneTypo.NEVER));
        if (best == usual && usual.understood() == 0) {
            var slip = new Understanding(query, together(current, english), language -> OneTypo.SHORTEST_AT_LAST);
            if (slip.understood() > 0) {
                return slip;
            }
        }
        if (!inOthers || best != usual || usual.everyWordFound()) {
            return best;
        }
        best = better(best, usual, inOtherLetters(query, indexes.languages(), OneTypo.NEVER));
        return best.understood() > 0
                ? best
                : inOtherLetters(query, indexes.languages(), OneTypo.SHORTEST_AT_LAST).stream()
                        .filter(way -> way.understood() > 0)
                        .findFirst()
                        .orElse(best);
    }

    /** What Latin letters that make sense only so write in the reader's language. */
    private Optional<Understanding> spelledOut(String query) {
        return current.typing()
                .fromLatin(query, true)
                .filter(Typing.SpelledOut::sure)
                .map(meant -> new Understanding(meant.text(), together(current, english), language -> OneTypo.NEVER))
                .filter(meant -> meant.understood() >= SOMETHING && meant.saysSomething());
    }

    private static Understanding better(Understanding best, Understanding usual, List<Understanding> ways) {
        Understanding better = best;
        for (Understanding way : ways) {
            if (way.understood() > better.understood() + (better == usual ? CLEARLY : 0)) {
                better = way;
            }
        }
        return better;
    }

    /** Words of another language that is written in these letters; what the current one knows of them still counts. */
    private List<Understanding> asTheyStand(String query, Understanding usual) {
        var ways = new ArrayList<Understanding>();
        for (Language language : indexes.languages()) {
            if (!language.equals(current.language())
                    && !language.equals(indexes.english())
                    && inScriptOf(language, query)) {
                var asked = new ArrayList<>(List.of(indexes.of(language)));
                if (usual.understood() > 0) {
                    asked.add(current);
                }
                asked.add(english);
                var way = new Understanding(query, asked.stream().distinct().toList(), this::ownSlips);
                if (!way.findsOnlyFillers()) {
                    ways.add(way);
                }
            }
        }
        return ways;
    }

    /** Nobody is expected to write another language with errors. */
    private int ownSlips(LanguageIndex language) {
        return language == current || language == english ? OneTypo.SHORTEST : OneTypo.NEVER;
    }

    private List<Understanding> inOtherLetters(String query, List<Language> languages, int forgiven) {
        var ways = new ArrayList<Understanding>();
        for (Language language : languages) {
            LanguageIndex index = indexes.of(language);
            guess(index.typing().onEnglishKeys(query), together(index, english), forgiven, ways);
            guess(index.typing().onOwnKeys(query), together(current, english), forgiven, ways);
        }
        fromLatin(query, languages, forgiven, ways);
        return ways;
    }

    /** Of the languages whose words these letters may be, the one that is usually spelt most like it. */
    private void fromLatin(String query, List<Language> languages, int forgiven, List<Understanding> ways) {
        record Spelt(LanguageIndex index, Typing.SpelledOut reading) {}
        int before = ways.size();
        languages.stream()
                .map(indexes::of)
                .flatMap(index -> index.typing().fromLatin(query, index == current).stream()
                        .map(reading -> new Spelt(index, reading)))
                .sorted(Comparator.comparingInt(spelt -> spelt.reading().distance()))
                .takeWhile(spelt -> ways.size() == before)
                .forEach(spelt ->
                        guess(Optional.of(spelt.reading().text()), together(spelt.index(), english), forgiven, ways));
    }

    private static void guess(
            Optional<String> meant, List<LanguageIndex> languages, int forgiven, List<Understanding> ways) {
        meant.map(text -> new Understanding(text, languages, language -> forgiven))
                .filter(reading -> reading.understood() >= (forgiven == OneTypo.NEVER ? CONVINCING : LanguageIndex.TYPO)
                        && reading.saysSomething())
                .ifPresent(ways::add);
    }

    private static List<LanguageIndex> together(LanguageIndex one, LanguageIndex other) {
        return one == other ? List.of(one) : List.of(one, other);
    }

    /** The script of a language is that of its own name. */
    private static boolean inScriptOf(Language language, String query) {
        Optional<UnicodeScript> script = script(language.ownName());
        return script.isPresent() && script.equals(script(query));
    }

    private static Optional<UnicodeScript> script(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst();
    }

    /** Numbers that are codes; "cpu at 100 %" and "180 seconds" name none. */
    private List<Integer> named(String query) {
        return codesAmong(Words.of(english.withoutAmounts(current.withoutAmounts(query))))
                .toList();
    }

    private Stream<Integer> codesAmong(List<String> words) {
        return words.stream()
                .filter(word -> word.length() == 3 && isNumber(word))
                .map(Integer::valueOf)
                .filter(number -> Arrays.binarySearch(facts.numbers(), number) >= 0);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private List<Integer> startingWith(String digits) {
        return IntStream.of(facts.numbers())
                .filter(number -> Integer.toString(number).startsWith(digits))
                .boxed()
                .toList();
    }
}
