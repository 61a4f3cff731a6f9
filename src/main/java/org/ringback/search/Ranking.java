package org.ringback.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ringback.search.terms.Words;

/**
 * How well each code answers what was typed. Four things count: in which places its words stand, how much a complaint of
 * the page is like it as a whole, whether one sentence has many of the words, and what all of it together speaks for.
 */
final class Ranking {

    private static final float LIKENESS = 60;
    private static final float EXPLAINED_LIKENESS = 0.7f;
    private static final float SENTENCE = 1.5f;
    /** One word of several may be there by chance. */
    private static final float ALONE = 0.7f;

    /** That there is no tone is another complaint than that there is one. */
    private static final float OPPOSITE = 0.9f;

    /** The name of a setting stands for one thing, its words for many. */
    private static final float SETTING = 60;

    private static final float WHOLE_COMPLAINT = 200;
    private static final float COMPLAINT_BEGINS = 40;
    /** A complaint that stands whole in a longer sentence, if it were all of it. */
    private static final float COMPLAINT_INSIDE = 40;
    /** Whoever types the second word of a phrase has it before him. */
    private static final float PHRASE_BEGINS = 80;
    /** What speaks for a code in all that a complaint says. */
    private static final float EVIDENCE = 40;
    /** A code for which so much speaks is shown, though few of the words are on its page. */
    private static final float MUCH_SPEAKS = 0.4f;
    /** A code that nobody registered is likelier meant if its product is named. */
    private static final float UNREGISTERED = 0.6f;

    private static final float REGISTERED_BONUS = 1;
    /** Less than this share of the best is no answer. */
    private static final float WORTH_SHOWING = 0.12f;

    private static final float WORDS_WORTH_SHOWING = 0.5f;
    /** A page that has many of the words by chance does not push out a code that answers so well. */
    private static final float GOOD_ANYWAY = 0.4f;

    private static final Pattern SETTING_NAME = Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+)+");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private final Understanding reading;
    private final CodeFacts facts;
    private final List<String> settings;
    private final float all;
    private final float[] scores;
    private final float[] known;
    private final float[] best;
    private final float[] wholes;
    private final float[] evidence;
    private final Passage[] passages;
    private final LanguageIndex[] speakers;

    Ranking(Understanding reading, CodeFacts facts) {
        this.reading = reading;
        this.facts = facts;
        this.settings = SETTING_NAME
                .matcher(reading.meant().toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        this.all = reading.allRarity();
        int codes = facts.count();
        this.scores = new float[codes];
        this.known = new float[codes];
        this.best = new float[codes];
        this.wholes = new float[codes];
        this.evidence = reading.evidence(codes);
        this.passages = new Passage[codes];
        this.speakers = new LanguageIndex[codes];
        countWords();
        for (int i = 0; i < reading.languages().size(); i++) {
            comparePassages(i);
        }
        addWholeComplaints();
        for (int code = 0; code < codes; code++) {
            scores[code] = score(code);
        }
    }

    private void countWords() {
        for (int word = 0; word < reading.words(); word++) {
            float rarity = reading.rarity(word);
            for (int code = 0; code < scores.length; code++) {
                float weight = 0;
                for (int language = 0; language < reading.languages().size(); language++) {
                    weight = Math.max(weight, reading.match(language, word).weight(code));
                }
                if (weight > 0) {
                    scores[code] += rarity * weight;
                    known[code] += rarity;
                }
            }
        }
    }

    /** Goes only to passages that have one of the words: most have none. */
    private void comparePassages(int language) {
        LanguageIndex index = reading.languages().get(language);
        float alone = reading.tellingWords() > 1 ? ALONE : 1;
        var common = new float[index.passages().size()];
        var counted = new int[common.length];
        var words = new byte[common.length];
        for (int word = 0; word < reading.words(); word++) {
            WordMatch match = reading.match(language, word);
            for (int i = 0; i < match.count(); i++) {
                float worth = match.quality(i) * reading.rarity(word);
                for (int passage : index.passagesWith(match.stem(i))) {
                    if (counted[passage] <= word) {
                        counted[passage] = word + 1;
                        common[passage] += worth;
                        words[passage]++;
                    }
                }
            }
        }
        boolean negated = index.negates(reading.meant());
        for (int i = 0; i < common.length; i++) {
            if (common[i] > 0) {
                Passage passage = index.passages().get(i);
                float same = passage.negated() == negated ? 1 : OPPOSITE;
                compare(index, passage, same * (words[i] == 1 ? common[i] * alone : common[i]));
            }
        }
    }

    private void compare(LanguageIndex index, Passage passage, float common) {
        float worth = worth(passage, common) + (namesSetting(passage) ? SETTING : 0);
        if (worth > best[passage.code()]) {
            best[passage.code()] = worth;
            passages[passage.code()] = passage;
            speakers[passage.code()] = index;
        }
    }

    private boolean namesSetting(Passage passage) {
        for (String setting : settings) {
            if (passage.text().toLowerCase(Locale.ROOT).contains(setting)) {
                return true;
            }
        }
        return false;
    }

    private float worth(Passage passage, float common) {
        if (passage.kind().comparable()) {
            float like = 2 * common / (all + passage.rarity());
            float worth = LIKENESS * like * (float) Math.sqrt(like);
            return passage.kind() == PassageKind.COMPLAINT || passage.kind() == PassageKind.PHRASE
                    ? worth
                    : worth * EXPLAINED_LIKENESS;
        }
        float share = common / all;
        return SENTENCE * passage.kind().weight() * share * share;
    }

    private float score(int code) {
        if (scores[code] == 0) {
            return 0;
        }
        float share = known[code] / all;
        float score =
                scores[code] / all * (0.4f + 0.6f * share) + best[code] + wholes[code] + EVIDENCE * evidence[code];
        if (facts.registered(code)) {
            return score + REGISTERED_BONUS;
        }
        return namesProduct(code) ? score : score * UNREGISTERED;
    }

    private boolean namesProduct(int code) {
        return IntStream.range(0, reading.words())
                .anyMatch(
                        word -> facts.products(code).contains(reading.term(word).word()));
    }

    private void addWholeComplaints() {
        String whole = reading.whole();
        for (LanguageIndex language : reading.languages()) {
            language.complaints(whole).forEach((complaint, codes) -> {
                float bonus = complaint.equals(whole) ? WHOLE_COMPLAINT : COMPLAINT_BEGINS;
                codes.forEach(code -> wholes[code] = Math.max(wholes[code], bonus));
            });
        }
        addComplaintsInside(whole);
        for (int code = 0; whole.indexOf(' ') > 0 && code < wholes.length; code++) {
            if (facts.phraseBegins(code, whole)) {
                wholes[code] = Math.max(wholes[code], PHRASE_BEGINS);
            }
        }
    }

    /** Small words are most of what many complaints say: "on another call". */
    private void addComplaintsInside(String whole) {
        String[] words = SPACE.split(whole, -1);
        for (int from = 0; from < words.length; from++) {
            var inside = new StringBuilder(words[from]);
            for (int to = from + 1; to < words.length; to++) {
                inside.append(' ').append(words[to]);
                float bonus = COMPLAINT_INSIDE * (to - from + 1) / words.length;
                for (LanguageIndex language : reading.languages()) {
                    language.complaint(inside.toString()).forEach(code -> wholes[code] = Math.max(wholes[code], bonus));
                }
            }
        }
    }

    /** The indexes of the codes that are worth showing, best first. */
    List<Integer> best() {
        float most = 0;
        float mostKnown = 0;
        for (int code = 0; code < scores.length; code++) {
            most = Math.max(most, scores[code]);
            mostKnown = Math.max(mostKnown, known[code]);
        }
        float enough = WORTH_SHOWING * most;
        float good = GOOD_ANYWAY * most;
        float enoughKnown = WORDS_WORTH_SHOWING * mostKnown;
        return IntStream.range(0, scores.length)
                .filter(code -> scores[code] > 0
                        && scores[code] >= enough
                        && (known[code] >= enoughKnown || scores[code] >= good || evidence[code] >= MUCH_SPEAKS))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer code) -> -scores[code]))
                .toList();
    }

    /** The passage that speaks most for a code, unless it is what one sees of the code anyway. */
    Optional<WhyFound> reason(int code, LanguageIndex shown) {
        if (passages[code] == null) {
            tellingNothing(code);
        }
        Passage passage = passages[code];
        if (passage == null
                || isQuery(passage)
                || (passage.kind().obvious() && (passage.kind() == PassageKind.PHRASE || speakers[code] == shown))) {
            return Optional.empty();
        }
        String text = withoutPeriod(passage.text());
        return Optional.of(new WhyFound(passage.kind(), text, speakers[code].language(), hits(text, speakers[code])));
    }

    /** Words that say nothing by themselves, such as "hello", are no reason to compare passages, but the only one to tell. */
    private void tellingNothing(int code) {
        for (LanguageIndex index : reading.languages()) {
            for (Passage passage : index.passages()) {
                if (passage.code() == code && !hits(passage.text(), index).isEmpty()) {
                    passages[code] = passage;
                    speakers[code] = index;
                    return;
                }
            }
        }
    }

    private List<WhyFound.Hit> hits(String text, LanguageIndex index) {
        var meant = new BitSet();
        int language = reading.languages().indexOf(index);
        for (int word = 0; word < reading.words(); word++) {
            WordMatch match = reading.match(language, word);
            IntStream.range(0, match.count()).map(match::stem).forEach(meant::set);
        }
        List<WhyFound.Hit> hits = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        boolean onlyFillers = IntStream.range(0, reading.words())
                .allMatch(i -> reading.term(i).filler());
        while (word.find()) {
            if (index.terms(word.group()).stream()
                    .anyMatch(term -> (onlyFillers || !term.filler()) && meant.get(index.place(term)))) {
                hits.add(new WhyFound.Hit(word.start(), word.end()));
            }
        }
        return hits;
    }

    /** What was typed need not be told again. */
    private boolean isQuery(Passage passage) {
        return Words.of(passage.text()).equals(Words.of(reading.meant()));
    }

    private static String withoutPeriod(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
