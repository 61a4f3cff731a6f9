package org.ringback.window.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.language.Texts;
import org.ringback.page.Block.Fact;
import org.ringback.page.Link;
import org.ringback.window.text.Address;
import org.ringback.words.ReportText;

/** Paints what leads somewhere. */
final class LinkView {

    private final Texts texts;
    private final LinkTargets targets;

    LinkView(Texts texts, LinkTargets targets) {
        this.texts = texts;
        this.targets = targets;
    }

    /** A name with its value, as the language sets the colon between them. */
    String named(Fact fact) {
        return texts.get(ReportText.NAMED, fact.name(), fact.value());
    }

    /** Places gathered by document, so that a title stands only once. */
    VBox sources(List<Link.Web> links) {
        Map<String, List<Link.Web>> byDocument = new LinkedHashMap<>();
        links.forEach(link -> byDocument
                .computeIfAbsent(link.document(), document -> new ArrayList<>())
                .add(link));
        var sources = new VBox();
        byDocument.forEach((document, places) -> sources.getChildren()
                .add(new VBox(
                        Prose.text(document, "prose"),
                        Prose.flow(places.stream().map(this::place).toList()))));
        sources.getStyleClass().add("links");
        return sources;
    }

    private Hyperlink place(Link.Web link) {
        var hyperlink = new Hyperlink(link.place(), Icons.of(Feather.EXTERNAL_LINK));
        hyperlink.setAccessibleHelp(texts.get(WindowText.OPENS_IN_BROWSER));
        hyperlink.setTooltip(new Tooltip(link.url()));
        Address.keep(hyperlink, link.url());
        hyperlink.setOnAction(click -> targets.follow(link));
        return hyperlink;
    }

    /** A button for each code. */
    FlowPane codes(List<Link.Code> codes) {
        return Prose.flow(codes.stream().map(this::related).toList());
    }

    private Button related(Link.Code code) {
        var button = new Button(code.phrase(), CodeStyle.badge(code.number(), "tiny"));
        button.getStyleClass().add("related");
        button.setAccessibleText(code.title() + ", " + code.explained());
        button.setOnAction(click -> targets.follow(code));
        return button;
    }

    /** What stands above the column of a code. */
    Node head(Link.Code code) {
        var phrase = new Button(code.phrase(), CodeStyle.badge(code.number(), "medium"));
        phrase.getStyleClass().add("column-head");
        phrase.setWrapText(true);
        phrase.setMinWidth(0);
        phrase.setAccessibleText(code.title());
        phrase.setOnAction(click -> targets.follow(code));
        var head = new VBox(phrase, Prose.text(code.explained(), "muted"));
        head.getStyleClass().addAll("head", CodeStyle.of(code.codeClass()));
        return head;
    }

    Hyperlink proof(Link.Proof proof) {
        var link = new Hyperlink(proof.moment(), Icons.of(Feather.CORNER_DOWN_RIGHT));
        link.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        link.setAccessibleHelp(texts.get(CallsViewText.EVIDENCE_HELP));
        link.getStyleClass().add("evidence");
        link.setUserData(proof.message());
        link.setOnAction(click -> targets.follow(proof));
        return link;
    }
}
