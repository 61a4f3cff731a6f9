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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.language.Texts;
import org.ringback.page.Block.Fact;
import org.ringback.page.Link;
import org.ringback.window.text.Address;
import org.ringback.window.text.WrappedText;
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
        byDocument.forEach((document, places) -> sources.getChildren().add(source(places)));
        sources.getStyleClass().add("links");
        return sources;
    }

    /** The title leads to the whole document, so that this needs no words of its own below it. */
    private VBox source(List<Link.Web> places) {
        Link.Web whole = places.getFirst().whole();
        var title = web(whole, whole.document());
        title.getStyleClass().add("document");
        title.setWrapText(true);
        title.setMinWidth(0);
        var within = Prose.flow(places.stream()
                .filter(place -> !place.url().equals(whole.url()))
                .map(place -> web(place, place.place()))
                .toList());
        return within.getChildren().isEmpty() ? new VBox(title) : new VBox(title, within);
    }

    private Hyperlink web(Link.Web link, String words) {
        var hyperlink = new Hyperlink(words, Icons.of(Feather.EXTERNAL_LINK));
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
        link.setAccessibleHelp(texts.get(CallsViewText.EVIDENCE_HELP));
        link.setOnAction(click -> targets.follow(proof));
        link.getStyleClass().add("evidence");
        link.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        link.setUserData(proof.message());
        return link;
    }

    /** A text alone where there is nothing to which it could lead. */
    Node packet(Link.Packet packet) {
        if (targets.packets().apply(packet.packet()).isEmpty()) {
            return Prose.text(packet.text(), "packet");
        }
        // Unlike a hyperlink it wraps every script.
        var words = new WrappedText(packet.text(), "packet-link").leadingTo(() -> targets.follow(packet));
        words.setAccessibleHelp(texts.get(CallsViewText.PACKET_HELP));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(Icons.of(Feather.CORNER_DOWN_RIGHT), words);
        line.getStyleClass().add("packet-line");
        return line;
    }
}
