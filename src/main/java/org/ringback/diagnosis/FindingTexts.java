package org.ringback.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.handbook.FacetTexts;
import org.ringback.language.Inflected;
import org.ringback.language.JsonBundle;
import org.ringback.language.Language;
import org.ringback.language.Languages;
import org.ringback.language.NamedKey;
import org.ringback.language.Texts;

/** The words of all findings in one language. */
public final class FindingTexts {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    /** The place of what the handbook's page of {@code {code}} says in one sentence. */
    private static final String GIST = "gist";

    /** A remedy that stands for the first steps of the handbook's page of {@code {code}}. */
    static final String STEPS = "{steps}";

    private static final int MOST_STEPS = 2;

    /** The place of what a request asks for. */
    private static final String METHOD = "method";

    /** An address in a Chinese sentence has blanks around it, and the Chinese words that may stand in its place have none. */
    private static final Pattern BLANK_IN_CHINESE = Pattern.compile(" (?<=[\\p{IsHan}，。；：（] )(?=[\\p{IsHan}，。；：）])");

    private final JsonBundle words;
    private final Texts texts;
    private final Supplier<JsonBundle> openPages;
    private Optional<JsonBundle> pages = Optional.empty();
    private final Spans spans;
    private final Listing listing;
    private final FacetTexts facts;

    private FindingTexts(JsonBundle words, Texts texts, Supplier<JsonBundle> pages) {
        this.words = words;
        this.texts = texts;
        this.openPages = pages;
        this.spans = new Spans(texts);
        this.listing = new Listing(texts);
        this.facts = new FacetTexts(texts);
    }

    /** Loads the words of a language, gaps filled from English. Those of {@link Languages#plain} are for programs. */
    public static FindingTexts load(Languages languages, Language language) {
        return new FindingTexts(
                languages.bundle("diagnosis", "findings", language),
                languages.texts(language),
                () -> languages.bundle("handbook", "definitions", language));
    }

    /** Says a finding. */
    public FindingText of(Finding finding) {
        String id = finding.kind().id();
        ObjectNode entry = words.entries().get(id);
        if (entry == null) {
            throw new IllegalStateException("No language has words for the finding " + id);
        }
        List<String> remedy = new ArrayList<>();
        for (JsonNode step : entry.path("remedy")) {
            if (step.asText().equals(STEPS)) {
                remedy.addAll(stepsOfPage(finding.values().get("code")));
            } else {
                remedy.add(fill(step.asText(), finding.values()));
            }
        }
        return new FindingText(
                fill(entry.path("title").asText(), finding.values()),
                fill(entry.path("what").asText(), finding.values()),
                remedy,
                fill(entry.path("disproof").asText(), finding.values()),
                !words.filledFields(id).isEmpty());
    }

    /** What the handbook says to do first about a code; most findings need none, so the pages are read late. */
    private List<String> stepsOfPage(Value code) {
        List<String> steps = new ArrayList<>();
        page(code).ifPresent(page -> page.path("fix").forEach(step -> steps.add(step.asText())));
        return steps.subList(0, Math.min(MOST_STEPS, steps.size()));
    }

    private String gist(Value code) {
        return page(code).map(page -> page.path("gist").asText()).orElse("");
    }

    private Optional<ObjectNode> page(Value code) {
        return code instanceof Value.Code(int status, var _)
                ? Optional.ofNullable(pages().entries().get(Integer.toString(status)))
                : Optional.empty();
    }

    private synchronized JsonBundle pages() {
        if (pages.isEmpty()) {
            pages = Optional.of(openPages.get());
        }
        return pages.get();
    }

    private String fill(String text, Map<String, Value> values) {
        // A code without a page has no sentence of it, but the blanks around its place.
        boolean without = text.contains(" {gist}") && gist(values.get("code")).isEmpty();
        String filled = filled(without ? text.replace(" {gist}", "") : text, values);
        return BLANK_IN_CHINESE.matcher(filled).replaceAll("");
    }

    private String filled(String text, Map<String, Value> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            Value value = values.get(place.group(1));
            if (value == null && place.group(1).equals(GIST)) {
                return Matcher.quoteReplacement(gist(values.get("code")));
            }
            return Matcher.quoteReplacement(
                    value == null
                            ? place.group()
                            : unknown(place.group(1), value)
                                    .map(words -> Inflected.of(texts.get(words)).in(text, place.start()))
                                    .orElseGet(() -> written(value)));
        });
    }

    /** What stands in a place where nothing is known, so that no sentence has a hole. */
    private static Optional<NamedKey> unknown(String name, Value value) {
        NamedKey words = switch (value) {
            case Value.Raw(String text)
            when text.isBlank() -> name.equals(METHOD) ? UnknownText.METHOD : UnknownText.VALUE;
            case Value.Raw _ -> null;
            case Value.Several(List<String> several) ->
                several.stream().allMatch(String::isBlank) ? UnknownText.VALUE : null;
            case Value.Place(var endpoint) -> Places.words(endpoint).orElse(null);
            case Value.Unknown() -> UnknownText.VALUE;
            case Value.UnknownSpan() -> UnknownText.TIME;
            case Value.UntoldSpan() -> UnknownText.A_WHILE;
            case Value.Count _, Value.Share _, Value.Span _, Value.Code _, Value.Cause _ -> null;
        };
        return Optional.ofNullable(words);
    }

    private String written(Value value) {
        return switch (value) {
            case Value.Raw(String text) -> Listing.value(text);
            case Value.Several(List<String> texts) -> listing.of(texts);
            case Value.Count(long number) -> Long.toString(number);
            case Value.Share(double share) -> texts.numbers().percent(share);
            case Value.Span(var duration) -> spans.say(duration);
            case Value.Place(var endpoint) -> Listing.value(endpoint.text());
            case Value.Unknown(), Value.UnknownSpan(), Value.UntoldSpan() -> "";
            case Value.Cause(int number) -> facts.cause(number);
            case Value.Code(int status, String phrase) ->
                phrase.isEmpty() ? Integer.toString(status) : status + " " + Listing.value(phrase);
        };
    }
}
