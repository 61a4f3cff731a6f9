package org.ringback.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.handbook.FacetTexts;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.HeaderTexts;
import org.ringback.handbook.Lookalike;
import org.ringback.handbook.ResponseCode;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;
import org.ringback.search.terms.Words;

/**
 * Says of what is typed that it is no response code, but a cause of Q.850, a Warning code, a code of Teams, a name from a log,
 * a header or a setting of a product, and which codes to read about.
 */
public final class Asides {

    private static final int LONGEST_WARNING = 3;
    /** Nobody writes a cause with more digits. */
    private static final int LONGEST_CAUSE = 3;

    /** A setting is also pasted with its value. */
    private static final Pattern AROUND_SETTING = Pattern.compile("\\s+|=\\S*|[(),;:]");

    private static final Pattern CODE = Pattern.compile("[1-6][0-9][0-9]");

    private final List<ResponseCode> codes;
    private final Set<String> digits;
    private final Texts texts;
    private final FacetTexts facets;
    private final HeaderTexts headers;
    private final OtherNames names = OtherNames.load();
    private final ProductSettings settings = ProductSettings.load();

    public Asides(Handbook handbook, HeaderTexts headers, Texts texts) {
        this.codes = handbook.all().stream().map(entry -> entry.code()).toList();
        this.digits = codes.stream().map(ResponseCode::digits).collect(Collectors.toSet());
        this.headers = headers;
        this.texts = texts;
        this.facets = new FacetTexts(texts);
    }

    /** Everything that a query names and that is no code; most queries name nothing of it. */
    public List<Aside> of(String query) {
        List<String> words = Words.of(query);
        if (words.isEmpty()) {
            return List.of();
        }
        var asides = new ArrayList<Aside>();
        if (words.stream().anyMatch(Asides::isNumber)) {
            if (words.stream().noneMatch(names.warningWords()::contains)) {
                words.stream().flatMap(word -> lookalike(word).stream()).forEach(asides::add);
            }
            causeNumber(words).ifPresent(asides::add);
            warning(words).ifPresent(asides::add);
        }
        name(query, words).ifPresent(asides::add);
        header(query).ifPresent(asides::add);
        settings(query).forEach(asides::add);
        if (asides.isEmpty()) {
            unlisted(words).ifPresent(asides::add);
        }
        return asides;
    }

    /** A number alone, or before the phrase that came with it, that could be a response code and is none. */
    private Optional<Aside> unlisted(List<String> words) {
        String number = words.getFirst();
        boolean possible = CODE.matcher(number).matches() && !known(number);
        String phrase = names.http().get(number);
        if (!possible || (words.size() > 1 && phrase == null)) {
            return Optional.empty();
        }
        int treated = number.startsWith("1") ? 183 : 100 * (number.charAt(0) - '0');
        String as = codes.stream()
                .filter(code -> code.number() == treated)
                .map(code -> code.digits() + " " + code.phrase())
                .findFirst()
                .orElse(Integer.toString(treated));
        String text = phrase == null
                ? texts.get(AsideText.UNLISTED, number, as)
                : texts.get(AsideText.HTTP, number, phrase, as);
        return Optional.of(new Aside(text, List.of(treated)));
    }

    private Optional<Aside> lookalike(String word) {
        return known(word)
                ? Optional.empty()
                : Lookalike.of(word).map(kind -> switch (kind) {
                    case WIRESHARK_BUCKET -> aside(AsideText.WIRESHARK_BUCKET, word, kind.hidden(word));
                    case MICROSOFT_SBC -> microsoft(word, kind.hidden(word));
                    case MICROSOFT, Q850_CAUSE -> aside(AsideText.MICROSOFT, word, "");
                });
    }

    private Aside microsoft(String word, String hidden) {
        List<Integer> code = known(hidden) ? List.of(Integer.valueOf(hidden)) : List.of();
        return new Aside(texts.get(AsideText.MICROSOFT_SBC, word, hidden), code);
    }

    private Aside aside(AsideText text, String word, String more) {
        return new Aside(texts.get(text, word, more), List.of());
    }

    private boolean known(String number) {
        return digits.contains(number);
    }

    /** A number beside a word such as "cause", or alone if no code begins with it. */
    private Optional<Aside> causeNumber(List<String> words) {
        boolean told = words.stream().anyMatch(names.causeWords()::contains)
                || String.join(" ", words).contains("q 850");
        boolean alone = words.size() == 1
                && isNumber(words.getFirst())
                && digits.stream().noneMatch(known -> known.startsWith(words.getFirst()));
        if (!told && !alone) {
            return Optional.empty();
        }
        return words.stream()
                .filter(word -> isNumber(word) && word.length() <= LONGEST_CAUSE)
                .map(Integer::valueOf)
                .filter(facets::knowsCause)
                .map(cause -> new Aside(texts.get(AsideText.CAUSE, facets.cause(cause)), answers(cause)))
                .findFirst();
    }

    private List<Integer> answers(int cause) {
        return codes.stream()
                .filter(code -> code.q850().fromCauses().contains(cause))
                .map(ResponseCode::number)
                .toList();
    }

    /** A number beside "Warning", or alone if it is no code. */
    private Optional<Aside> warning(List<String> words) {
        boolean told = words.stream().anyMatch(names.warningWords()::contains);
        return words.stream()
                .filter(word -> isNumber(word) && word.length() == LONGEST_WARNING)
                .filter(word -> told || (words.size() == 1 && !known(word)))
                .map(Integer::valueOf)
                .filter(names.warnings()::containsKey)
                .map(code -> new Aside(
                        texts.get(AsideText.WARNING, Integer.toString(code), texts.get(meaning(code))),
                        names.warnings().get(code)))
                .findFirst();
    }

    private static TextKey meaning(int warning) {
        return () -> "warning." + warning;
    }

    private Optional<Aside> name(String query, List<String> words) {
        String typed = query.strip();
        boolean whole = asOne(typed);
        return names.named(words)
                .map(name -> name.cause()
                        .map(cause -> new Aside(
                                texts.get(AsideText.CAUSE_NAME, typed, facets.cause(cause)),
                                together(name.codes(), answers(cause)),
                                whole))
                        .orElseGet(() -> new Aside(texts.get(AsideText.OTHER_NAME, typed), name.codes(), whole)));
    }

    /** As programs write names: NORMAL_TEMPORARY_FAILURE. Who types the words apart may mean each of them. */
    private static boolean asOne(String typed) {
        return typed.indexOf('_') > 0 && typed.chars().noneMatch(Character::isWhitespace);
    }

    private static List<Integer> together(List<Integer> some, List<Integer> others) {
        return List.copyOf(new LinkedHashSet<>(
                Stream.concat(some.stream(), others.stream()).toList()));
    }

    private Optional<Aside> header(String query) {
        return headers.named(query.strip().replaceFirst(":$", ""))
                .map(header -> new Aside(
                        texts.get(AsideText.HEADER, header, headers.of(header).orElseThrow()),
                        codes.stream()
                                .filter(code -> code.requestHeaders().contains(header)
                                        || code.headers().stream()
                                                .anyMatch(rule -> rule.name().equals(header)))
                                .map(ResponseCode::number)
                                .toList()));
    }

    private List<Aside> settings(String query) {
        List<String> words = AROUND_SETTING
                .splitAsStream(query)
                .filter(word -> !word.isEmpty())
                .toList();
        return words.stream()
                .distinct()
                .flatMap(word -> settings.named(word).stream()
                        .map(setting -> new Aside(
                                texts.get(
                                        AsideText.SETTING,
                                        word,
                                        texts.commas(setting.products()),
                                        texts.get(setting.topic())),
                                setting.codes(),
                                words.size() == 1)))
                .toList();
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
