package org.ringback.window.kit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ringback.language.Texts;
import org.ringback.page.Badge;
import org.ringback.page.Block;
import org.ringback.page.Block.Badges;
import org.ringback.page.Block.Callout;
import org.ringback.page.Block.Card;
import org.ringback.page.Block.Codes;
import org.ringback.page.Block.Facts;
import org.ringback.page.Block.Heading;
import org.ringback.page.Block.Items;
import org.ringback.page.Block.Jump;
import org.ringback.page.Block.Jumps;
import org.ringback.page.Block.Lead;
import org.ringback.page.Block.Links;
import org.ringback.page.Block.Note;
import org.ringback.page.Block.Pair;
import org.ringback.page.Block.Paragraph;
import org.ringback.page.Block.Paragraphs;
import org.ringback.page.Block.Picture;
import org.ringback.page.Block.Points;
import org.ringback.page.Block.Reasons;
import org.ringback.page.Block.Section;
import org.ringback.page.Block.SideBySide;
import org.ringback.page.Block.Subheading;
import org.ringback.page.Block.Table;
import org.ringback.page.Block.Verbatim;
import org.ringback.page.Document;
import org.ringback.page.Document.Masthead;
import org.ringback.page.Link;

/** Paints documents as nodes; they are made anew for another document or another language. */
public final class PageView {

    private final LinkView links;

    public PageView(Texts texts, LinkTargets targets) {
        this.links = new LinkView(texts, targets);
    }

    /** The whole page. */
    public VBox page(Document document, String... styles) {
        var page = new VBox();
        page.getStyleClass().add("page");
        page.getStyleClass().addAll(styles);
        page.getChildren()
                .add(document.masthead()
                        .map(PageView::masthead)
                        .orElseGet(() -> Prose.text(document.title(), "page-title")));
        document.blocks().forEach(block -> page.getChildren().add(block(block)));
        return page;
    }

    private static Node masthead(Masthead masthead) {
        Link.Code code = masthead.code();
        var titles = new VBox(Prose.text(code.phrase(), "page-title"), Prose.text(code.explained(), "page-subtitle"));
        titles.setMinWidth(0);
        HBox.setHgrow(titles, Priority.ALWAYS);
        var top = new HBox(CodeStyle.badge(code.number(), "large"), titles);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("page-header");
        return new VBox(top, chips(masthead.badges()));
    }

    /** One part of a page. */
    public Node block(Block block) {
        return switch (block) {
            case Heading(var text) -> Prose.heading(text);
            case Subheading(var text) -> Prose.text(text, "about");
            case Paragraph(var text) -> Prose.text(text, "prose");
            case Note(var text) -> chip(new Badge.Warning(text));
            case Items(var ordered, var texts) -> ordered ? Prose.steps(texts) : Prose.bullets(texts);
            case Paragraphs(var texts) -> Prose.paragraphs(texts);
            case Reasons(var reasons) -> Prose.reasons(reasons);
            case Facts(var facts) -> Prose.facts(facts);
            case Table(var headings, var _, var rows) ->
                Prose.text(
                        Stream.concat(Stream.of(headings), rows.stream())
                                .map(row -> String.join("  ", row))
                                .collect(Collectors.joining("\n")),
                        "wire");
            case Points points -> new ColumnsView(this, links).points(points);
            case SideBySide columns -> new ColumnsView(this, links).sideBySide(columns);
            case Pair(var left, var right) -> new ColumnsView(this, links).pair(left, right);
            case Links(var addresses) -> links.sources(addresses);
            case Codes(var codes) -> links.codes(codes);
            case Jumps(var label, var jumps) -> Prose.text(line(label, jumps), "muted");
            case Picture(var _, var text) -> Prose.text(text, "wire");
            case Verbatim(var _, var heading, var text) ->
                new VBox(Prose.text(heading, "about"), Prose.text(text, "wire"));
            case Section section -> section(section);
            case Badges(var badges) -> chips(badges);
            case Lead(var text, var codeClass) -> Prose.text(text, "lead", CodeStyle.of(codeClass));
            case Callout(var texts) -> callout(texts);
            case Card card -> new CardView(links).card(card);
        };
    }

    private static String line(String label, List<Jump> jumps) {
        return jumps.stream().map(Jump::text).collect(Collectors.joining(", ", label + " ", ""));
    }

    private Node section(Section section) {
        var line = new HBox(Prose.heading(section.heading()));
        line.getStyleClass().add("heading-line");
        section.badges().forEach(badge -> line.getChildren().add(chip(badge)));
        var box = new VBox(line);
        section.blocks().forEach(block -> box.getChildren().add(block(block)));
        box.getStyleClass().add("section");
        return box;
    }

    private static Node callout(List<String> texts) {
        VBox callout = Prose.paragraphs(texts);
        callout.getStyleClass().add("callout");
        return callout;
    }

    static FlowPane chips(List<Badge> badges) {
        return Prose.flow(badges.stream().map(PageView::chip).toList());
    }

    private static Region chip(Badge badge) {
        return switch (badge) {
            case Badge.Classed(var text, var codeClass) -> Prose.text(text, "chip", CodeStyle.of(codeClass));
            case Badge.Warning(var text) -> Prose.text(text, "chip", "chip-warning");
            case Badge.Fallback(var text) -> Prose.text(text, "chip", "chip-english");
            case Badge.Remark(var text) -> Prose.text(text, "chip", "certainty");
            case Badge.Weighed(var text, var weight) ->
                Prose.text(Icons.of(WeightStyle.glyph(weight)), Prose.text(text), "chip", "weight-chip");
        };
    }
}
