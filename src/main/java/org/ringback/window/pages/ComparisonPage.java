package org.ringback.window.pages;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ringback.answers.Answers;
import org.ringback.comparison.Comparison;
import org.ringback.comparison.Contrast;
import org.ringback.comparison.Source;
import org.ringback.handbook.Definition;
import org.ringback.handbook.Entry;
import org.ringback.handbook.PageText;
import org.ringback.language.TextKey;
import org.ringback.window.kit.CodeStyle;
import org.ringback.window.kit.PageParts;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WindowText;
import org.ringback.words.ReportText;

/** Two codes side by side; made anew for other codes or another language. */
final class ComparisonPage {

    private final PageParts parts;
    private final Comparison comparison;
    private final IntConsumer openCode;
    private final IntConsumer compareLeftWith;
    private final Consumer<String> openAddress;

    ComparisonPage(
            Answers answers,
            Comparison comparison,
            IntConsumer openCode,
            IntConsumer compareLeftWith,
            Consumer<String> openAddress) {
        this.parts = new PageParts(answers);
        this.comparison = comparison;
        this.openCode = openCode;
        this.compareLeftWith = compareLeftWith;
        this.openAddress = openAddress;
    }

    VBox build() {
        var page = new VBox();
        page.getStyleClass().addAll("page", "comparison-page");
        page.getChildren().add(Prose.text(comparison.title(), "page-title"));
        if (comparison.filled()) {
            page.getChildren().add(parts.inEnglish());
        }
        page.getChildren().add(summary());
        if (comparison.sameCode()) {
            page.getChildren().add(suggestions());
            return page;
        }
        comparison.contrast().ifPresent(contrast -> addContrast(page, contrast));
        add(page, ReportText.DIFFERENCES, differences());
        add(page, ReportText.WHEN_TO_USE, whenToUse());
        add(page, ReportText.DEFINITIONS, definitions());
        add(page, ReportText.AGREEMENTS, agreements());
        add(page, ReportText.LEARN_MORE, learnMore());
        return page;
    }

    private void add(VBox page, TextKey heading, Node content) {
        var section = new VBox(Prose.heading(parts.get(heading)), content);
        section.getStyleClass().add("section");
        page.getChildren().add(section);
    }

    private Node summary() {
        var card = Prose.paragraphs(comparison.summary());
        card.getStyleClass().add("callout");
        return card;
    }

    private Node suggestions() {
        return parts.codes(comparison.confusedWith(), compareLeftWith);
    }

    private void addContrast(VBox page, Contrast contrast) {
        add(page, ReportText.CONTRAST, Prose.bullets(contrast.differences()));
        add(page, ReportText.TELL, Prose.text(contrast.tell(), "prose"));
    }

    private Node differences() {
        var grid = columns();
        addColumnHeads(grid);
        int number = 1;
        for (var difference : comparison.differences()) {
            var mark = new Label(Integer.toString(number++));
            mark.getStyleClass().add("step");
            var about = new HBox(mark, Prose.text(difference.about(), "about"));
            about.setAlignment(Pos.CENTER_LEFT);
            about.getStyleClass().add("about-line");
            addAcross(grid, about);
            addRow(grid, Prose.text(difference.left(), "prose"), Prose.text(difference.right(), "prose"));
        }
        return grid;
    }

    private Node whenToUse() {
        var grid = columns();
        addRow(
                grid,
                Prose.text(comparison.whenToUse().getFirst(), "prose"),
                Prose.text(comparison.whenToUse().getLast(), "prose"));
        return grid;
    }

    private Node definitions() {
        var grid = columns();
        addColumnHeads(grid);
        Definition left = comparison.left().definition();
        Definition right = comparison.right().definition();
        addSection(
                grid,
                PageText.DESCRIPTION,
                Prose.paragraphs(left.description()),
                Prose.paragraphs(right.description()));
        addSection(grid, PageText.SEEN, Prose.bullets(left.seen()), Prose.bullets(right.seen()));
        addSection(
                grid,
                PageText.fixHeading(comparison.left().code(), comparison.right().code()),
                Prose.steps(left.fix()),
                Prose.steps(right.fix()));
        addSection(grid, PageText.CAUSES, Prose.causes(left.causes()), Prose.causes(right.causes()));
        return grid;
    }

    private void addSection(GridPane grid, PageText heading, Node left, Node right) {
        addAcross(grid, Prose.text(parts.get(heading), "about"));
        addRow(grid, left, right);
    }

    /** Two columns of equal width, whose sections stand on the same line. */
    private static GridPane columns() {
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHgrow(Priority.ALWAYS);
        var grid = new GridPane();
        grid.getStyleClass().add("columns");
        grid.getColumnConstraints().setAll(half, half);
        return grid;
    }

    private void addColumnHeads(GridPane grid) {
        addRow(grid, head(comparison.left()), head(comparison.right()));
    }

    private Node head(Entry entry) {
        var phrase = new Button(entry.code().phrase(), CodeStyle.badge(entry.code(), "medium"));
        phrase.getStyleClass().add("column-head");
        phrase.setWrapText(true);
        phrase.setMinWidth(0);
        phrase.setAccessibleText(entry.code().title());
        phrase.setOnAction(click -> openCode.accept(entry.number()));
        var head = new VBox(phrase, Prose.text(entry.definition().phrase(), "muted"));
        head.getStyleClass().addAll("head", CodeStyle.of(entry.code().codeClass()));
        return head;
    }

    private static void addRow(GridPane grid, Node left, Node right) {
        int row = grid.getRowCount();
        grid.add(Prose.atTop(left), 0, row);
        grid.add(Prose.atTop(right), 1, row);
    }

    private static void addAcross(GridPane grid, Node node) {
        grid.add(node, 0, grid.getRowCount(), 2, 1);
    }

    private Node agreements() {
        return Prose.facts(comparison.agreements().stream()
                .map(agreement -> new Prose.Fact(agreement.about(), agreement.value()))
                .toList());
    }

    private Node learnMore() {
        var references = comparison.learnMore().stream().map(Source::reference).toList();
        return Prose.sources(parts.sources(references), parts.get(WindowText.OPENS_IN_BROWSER), openAddress);
    }
}
