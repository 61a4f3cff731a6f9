package org.ringback.window.pages;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ringback.answers.Answers;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.Entry;
import org.ringback.handbook.PageText;
import org.ringback.window.kit.CodeStyle;
import org.ringback.window.kit.PageParts;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WindowText;
import org.ringback.words.ReportText;

/** The readable page of one code; made anew for another code or another language. */
final class CodePage {

    private final Answers answers;
    private final PageParts parts;
    private final Entry entry;
    private final IntConsumer openCode;
    private final Consumer<String> openAddress;

    CodePage(Answers answers, Entry entry, IntConsumer openCode, Consumer<String> openAddress) {
        this.answers = answers;
        this.parts = new PageParts(answers);
        this.entry = entry;
        this.openCode = openCode;
        this.openAddress = openAddress;
    }

    VBox build() {
        var code = entry.code();
        var definition = entry.definition();
        var page = new VBox();
        page.getStyleClass().add("page");
        page.getChildren().add(header());
        page.getChildren().add(Prose.text(definition.gist(), "lead", CodeStyle.of(code.codeClass())));
        add(page, PageText.DESCRIPTION, "description", Prose.paragraphs(definition.description()));
        add(page, PageText.SEEN, "seen", Prose.bullets(definition.seen()));
        add(page, PageText.fixHeading(code), "fix", Prose.steps(definition.fix()));
        add(page, PageText.CAUSES, "causes", Prose.causes(definition.causes()));
        add(page, PageText.USE, "use", Prose.text(definition.use(), "prose"));
        add(page, PageText.FACTS, "", Prose.facts(parts.facts(code)));
        if (!code.otherPhrases().isEmpty()) {
            add(page, PageText.OTHER_PHRASES, "", Prose.bullets(otherPhrases()));
        }
        add(page, PageText.RELATED, "", parts.codes(code.related(), openCode));
        add(page, PageText.REFERENCES, "", references());
        return page;
    }

    private void add(VBox page, PageText heading, String field, Node content) {
        var line = new HBox(Prose.heading(parts.get(heading)));
        line.getStyleClass().add("heading-line");
        if (entry.filled().contains(field)) {
            line.getChildren().add(parts.inEnglish());
        }
        page.getChildren().add(new VBox(line, content));
        page.getChildren().getLast().getStyleClass().add("section");
    }

    private Node header() {
        var code = entry.code();
        var titles = new VBox(
                Prose.text(code.phrase(), "page-title"),
                Prose.text(entry.definition().phrase(), "page-subtitle"));
        titles.setMinWidth(0);
        HBox.setHgrow(titles, Priority.ALWAYS);
        var top = new HBox(CodeStyle.badge(code, "large"), titles);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("page-header");
        var chips = new FlowPane(
                PageParts.chip(answers.facets().value(Aspect.CLASS, code), CodeStyle.of(code.codeClass())));
        chips.getStyleClass().add("flow");
        if (!code.registered()) {
            chips.getChildren().add(PageParts.chip(parts.get(PageText.NOT_REGISTERED), "chip-warning"));
        }
        if (entry.filled().contains("phrase") || entry.filled().contains("gist")) {
            chips.getChildren().add(parts.inEnglish());
        }
        return new VBox(top, chips);
    }

    private List<String> otherPhrases() {
        return entry.code().otherPhrases().stream()
                .map(other -> parts.get(ReportText.NAMED, other.phrase(), other.usedBy()))
                .toList();
    }

    private Node references() {
        return Prose.sources(
                parts.sources(entry.code().references()), parts.get(WindowText.OPENS_IN_BROWSER), openAddress);
    }
}
