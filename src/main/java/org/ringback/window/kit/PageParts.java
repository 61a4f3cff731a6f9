package org.ringback.window.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.ringback.answers.Answers;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.Entry;
import org.ringback.handbook.PageText;
import org.ringback.handbook.Reference;
import org.ringback.handbook.ResponseCode;
import org.ringback.language.TextKey;
import org.ringback.words.ReportText;

/** What the pages of both sections say alike. */
public final class PageParts {

    private final Answers answers;

    public PageParts(Answers answers) {
        this.answers = answers;
    }

    public String get(TextKey key, String... values) {
        return answers.texts().get(key, values);
    }

    public static Label chip(String words, String style) {
        return Prose.text(words, "chip", style);
    }

    /** Marks what this language lacks. */
    public Label inEnglish() {
        return chip(get(PageText.IN_ENGLISH), "chip-english");
    }

    public List<Prose.Fact> facts(ResponseCode code) {
        return Stream.of(Aspect.values())
                .map(aspect -> new Prose.Fact(get(aspect), answers.facets().value(aspect, code)))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    /** A button for each code. */
    public FlowPane codes(List<Integer> numbers, IntConsumer onPick) {
        return Prose.flow(numbers.stream()
                .flatMap(number -> answers.find(number).stream())
                .map(entry -> code(entry, onPick))
                .toList());
    }

    private static Button code(Entry entry, IntConsumer onPick) {
        var button = new Button(entry.code().phrase(), CodeStyle.badge(entry.code(), "tiny"));
        button.getStyleClass().add("related");
        button.setAccessibleText(
                entry.code().title() + ", " + entry.definition().phrase());
        button.setOnAction(click -> onPick.accept(entry.number()));
        return button;
    }

    /** References gathered by RFC, so that a title stands only once. */
    public List<Prose.Source> sources(List<Reference> references) {
        Map<Integer, List<Reference>> byRfc = new LinkedHashMap<>();
        references.forEach(reference ->
                byRfc.computeIfAbsent(reference.rfc(), rfc -> new ArrayList<>()).add(reference));
        return byRfc.entrySet().stream()
                .map(rfc -> new Prose.Source(
                        get(
                                ReportText.REFERENCE,
                                "RFC " + rfc.getKey(),
                                answers.rfcs().title(rfc.getKey())),
                        rfc.getValue().stream().map(this::link).toList()))
                .toList();
    }

    private Prose.Link link(Reference reference) {
        String words = reference.section() == null
                ? get(WindowText.WHOLE_DOCUMENT)
                : get(WindowText.RFC_SECTION, reference.section());
        return new Prose.Link(words, reference.url());
    }
}
